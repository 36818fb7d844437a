using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>A page goes out, or stays away.</summary>
public sealed record PageExpectationPlan : ExpectationPlan
{
    /// <summary>Phases in which the page is expected, or must stay away; empty means the whole run.</summary>
    public required ImmutableArray<string> Phases { get; init; }

    public required bool Expected { get; init; }

    /// <summary>Real time from the first wrong answer to the page, at most; null asks nothing.</summary>
    public required TimeSpan? Within { get; init; }

    /// <summary>Answers that detection must have seen for a silence to mean anything.</summary>
    public required int MinimumSamples { get; init; }
}
