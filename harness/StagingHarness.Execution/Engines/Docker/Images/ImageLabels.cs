namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>Labels that say what lies in an image of the harness.</summary>
internal static class ImageLabels
{
    /// <summary>On an image that had files put upon it: the id of the image before.</summary>
    public const string Foundation = "org.staging-harness.foundation";

    /// <summary>Followed by an artifact's id; says the digest of what was put in.</summary>
    public const string ArtifactPrefix = "org.staging-harness.artifact.";

    /// <summary>Id of the image that was placed, by the labels of what runs; null when that is what runs.</summary>
    public static string? PlacedIn(IDictionary<string, string>? labels) =>
        labels is not null && labels.TryGetValue(Foundation, out var id) ? id : null;
}
