namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Answers to the requests that were due in the phases.</summary>
public sealed record AnswersExpectationPlan : CountedExpectationPlan
{
    public required AnswerCondition Answers { get; init; }

    public AnswerSelection Of { get; init; } = new();
}
