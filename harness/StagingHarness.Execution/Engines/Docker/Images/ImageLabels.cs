namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>Labels that say what lies in an image of the harness.</summary>
internal static class ImageLabels
{
    /// <summary>Followed by an artifact's id; says the digest of what was put in.</summary>
    public const string ArtifactPrefix = "org.staging-harness.artifact.";
}
