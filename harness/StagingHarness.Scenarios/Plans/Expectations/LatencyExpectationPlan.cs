using System.Collections.Immutable;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>A percentile of the latency, from the scheduled moment to the whole answer or to giving up, in real time.</summary>
public sealed record LatencyExpectationPlan : ExpectationPlan
{
    public required ImmutableArray<string> Phases { get; init; }

    public required Percentile Percentile { get; init; }

    /// <summary>Null asks nothing.</summary>
    public required TimeSpan? AtLeast { get; init; }

    /// <summary>Null asks nothing.</summary>
    public required TimeSpan? AtMost { get; init; }

    public required AnswerSelection Of { get; init; }

    /// <summary>With fewer requests it is inconclusive, never met; never below what the percentile needs.</summary>
    public required int MinimumSamples { get; init; }
}
