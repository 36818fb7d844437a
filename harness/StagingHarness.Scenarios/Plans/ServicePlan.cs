using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans;

/// <summary>One service of the system under test.</summary>
public sealed record ServicePlan
{
    public required string Name { get; init; }

    /// <summary>Artifact of each release, by its name.</summary>
    public required ImmutableSortedDictionary<string, ArtifactPlan> Releases { get; init; }

    /// <summary>Artifact of each platform, by its name.</summary>
    public required ImmutableSortedDictionary<string, ArtifactPlan> Platforms { get; init; }

    public required LaunchPlan Launch { get; init; }

    public required ReadinessPlan Readiness { get; init; }

    public required HealthPlan Health { get; init; }

    public required AttestationPlan Attestation { get; init; }
}
