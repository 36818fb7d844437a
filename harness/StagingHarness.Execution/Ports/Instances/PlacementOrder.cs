using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Ports.Instances;

/// <summary>Put a version on a server.</summary>
public sealed record PlacementOrder
{
    /// <summary>The server, such as <c>portal-1</c>.</summary>
    public required string Instance { get; init; }

    public required ServerVersion Version { get; init; }

    /// <summary>Null for a service whose releases bring their own.</summary>
    public required ArtifactPlan? Platform { get; init; }

    public required ArtifactPlan Release { get; init; }
}
