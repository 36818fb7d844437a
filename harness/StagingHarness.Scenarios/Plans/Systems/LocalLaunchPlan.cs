using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Systems;

/// <summary>How an engine without containers starts, on this machine, what the image would run.</summary>
public sealed record LocalLaunchPlan
{
    /// <summary>Program and first arguments; the service's own arguments follow. May hold the placeholders of <see cref="LaunchPlan"/>.</summary>
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>Absolute paths of what must be installed here; without one of them the engine cannot run the scenario, and says so.</summary>
    public required ImmutableArray<string> Requires { get; init; }
}
