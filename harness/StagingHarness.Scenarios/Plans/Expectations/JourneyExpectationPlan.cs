namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Journeys that began in the phases and came to an end: completed, or failed at one of their requests.</summary>
public sealed record JourneyExpectationPlan : CountedExpectationPlan
{
    /// <summary>Name of the journey.</summary>
    public required string Journey { get; init; }

    /// <summary>Looks for those that every request of was answered rightly; else for those that failed.</summary>
    public required bool Completed { get; init; }
}
