namespace StagingHarness.Execution.Artifacts;

/// <summary>What stands in <c>published.json</c> beside the files of a published project; written last.</summary>
internal sealed record CacheEntry
{
    public required string Id { get; init; }

    public required string Key { get; init; }

    /// <summary>Measured when it was published; files that measure otherwise are not used.</summary>
    public required string Digest { get; init; }
}
