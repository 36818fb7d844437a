namespace StagingHarness.Scenarios.Plans.Systems.Artifacts;

/// <summary>A .NET project that is published (framework-dependent, Release).</summary>
public sealed record ProjectArtifactPlan : ArtifactPlan
{
    /// <summary>Project file, relative to the scenario root, with forward slashes.</summary>
    public required string ProjectFile { get; init; }
}
