using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;
using StagingHarness.Scenarios.Plans.Systems.Attestation;
using StagingHarness.Scenarios.Plans.Systems.Readiness;

namespace StagingHarness.Scenarios.Plans.Systems;

/// <summary>One service of the system under test.</summary>
public sealed record ServicePlan
{
    public required string Name { get; init; }

    /// <summary>Artifact of each release, by its name.</summary>
    public required ImmutableSortedDictionary<string, ArtifactPlan> Releases { get; init; }

    /// <summary>Artifact of each platform, by its name; empty when the releases bring their own.</summary>
    public required ImmutableSortedDictionary<string, ArtifactPlan> Platforms { get; init; }

    public required LaunchPlan Launch { get; init; }

    /// <summary>By name; empty for a service that has none.</summary>
    public ImmutableSortedDictionary<string, ConfigurationPlan> Configurations { get; init; } =
        ImmutableSortedDictionary<string, ConfigurationPlan>.Empty;

    public required ReadinessPlan Readiness { get; init; }

    /// <summary>Null when the service has no health check to be watched.</summary>
    public required HealthPlan? Health { get; init; }

    public required AttestationPlan Attestation { get; init; }

    /// <summary>Services that must be ready before one of this service starts.</summary>
    public required ImmutableArray<string> Needs { get; init; }

    public required ContainerPlan Container { get; init; }

    /// <summary>How a server of this version starts.</summary>
    public LaunchPlan LaunchOf(ServerVersion version) =>
        version.Configuration is { } configuration ? Configurations[configuration].Over(Launch) : Launch;
}
