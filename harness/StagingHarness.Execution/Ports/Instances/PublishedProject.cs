namespace StagingHarness.Execution.Ports.Instances;

/// <summary>A published project. Its folder is shared with other runs: to be read and copied, never written.</summary>
public sealed record PublishedProject
{
    /// <summary>Artifact id, as in the plan.</summary>
    public required string Id { get; init; }

    /// <summary>Full path of the folder with the published files.</summary>
    public required string Folder { get; init; }

    /// <summary><c>sha256:</c> of its files, paths and content.</summary>
    public required string Digest { get; init; }

    /// <summary>An unchanged build was used again.</summary>
    public required bool FromCache { get; init; }

    /// <summary>Real time from asking to having it.</summary>
    public required TimeSpan Took { get; init; }
}
