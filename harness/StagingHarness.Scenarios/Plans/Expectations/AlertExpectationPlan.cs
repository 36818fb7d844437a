using System.Collections.Immutable;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>An alert rule fires, or stays silent.</summary>
public sealed record AlertExpectationPlan : ExpectationPlan
{
    /// <summary>Phases in which it must begin to fire, or never be firing.</summary>
    public required ImmutableArray<string> Phases { get; init; }

    public required string Rule { get; init; }

    public required bool Expected { get; init; }

    /// <summary>At most, from <see cref="Since"/> on; null asks nothing.</summary>
    public required ClockDuration? Within { get; init; }

    /// <summary>Null counts from the beginning of the first phase.</summary>
    public required Milestone? Since { get; init; }

    /// <summary>Evaluations in the phases that had samples enough, for a silence to mean anything.</summary>
    public required int MinimumSamples { get; init; }
}
