namespace StagingHarness.Scenarios.Plans.Systems.Artifacts;

/// <summary>A container image from a registry, or one that lies on the machine already.</summary>
public sealed record ImageArtifactPlan : ArtifactPlan
{
    /// <summary>Image reference, such as <c>nginx:1.27</c> or <c>registry.example/shop@sha256:…</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>How the process engine starts the same thing; null when it cannot.</summary>
    public required LocalLaunchPlan? Local { get; init; }
}
