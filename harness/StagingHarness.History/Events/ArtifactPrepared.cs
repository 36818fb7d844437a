namespace StagingHarness.History.Events;

/// <summary>An artifact can now be put on a server.</summary>
public sealed record ArtifactPrepared : JournalEvent
{
    public required string Artifact { get; init; }

    /// <summary><c>sha256:</c> of what was built, or the digest of the image.</summary>
    public required string Digest { get; init; }

    /// <summary>True when an unchanged build was used again.</summary>
    public required bool FromCache { get; init; }

    public required TimeSpan Took { get; init; }
}
