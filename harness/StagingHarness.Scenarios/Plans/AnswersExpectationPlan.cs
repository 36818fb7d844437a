using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans;

/// <summary>A share of the answers to all requests that were due in the phases.</summary>
public sealed record AnswersExpectationPlan : ExpectationPlan
{
    public required ImmutableArray<string> Phases { get; init; }

    public required AnswerCondition Answers { get; init; }

    public required ShareBounds Share { get; init; }

    public required SampleMinimum Samples { get; init; }
}
