namespace StagingHarness.Scenarios.Plans.Systems.Artifacts;

/// <summary>An image that is built from a Dockerfile; the folder that holds it is the build context.</summary>
public sealed record DockerfileArtifactPlan : ArtifactPlan
{
    /// <summary>The Dockerfile, relative to the scenario root, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>How the process engine starts the same thing; null when it cannot.</summary>
    public required LocalLaunchPlan? Local { get; init; }
}
