using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Scenarios.Planning;

/// <summary>What steps are described and timed by.</summary>
internal sealed record StepSurroundings
{
    public required ClockPlan Clock { get; init; }

    public required ImmutableArray<ServicePlacementPlan> Stage { get; init; }

    public required TrafficPlan Traffic { get; init; }

    public required Deadlines Deadlines { get; init; }

    public required SystemPlan System { get; init; }

    public required bool HasProvider { get; init; }
}
