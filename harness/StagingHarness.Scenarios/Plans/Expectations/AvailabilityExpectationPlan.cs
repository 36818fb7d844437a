namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Windows of time in which every request was answered rightly. Whole windows count, from the beginning of each phase on.</summary>
public sealed record AvailabilityExpectationPlan : CountedExpectationPlan
{
    /// <summary>Length of a window in real time.</summary>
    public required TimeSpan Per { get; init; }

    public required AnswerSelection Of { get; init; }
}
