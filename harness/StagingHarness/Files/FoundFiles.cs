using System.Collections.Immutable;

namespace StagingHarness.Files;

/// <summary>What names on a command line stand for.</summary>
public sealed record FoundFiles
{
    /// <summary>
    /// Each once, in the order in which they were named; a name that is neither folder nor pattern stays as it is, for the loader to report.
    /// </summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>A sentence for each folder or pattern that stands for nothing: nothing is not green.</summary>
    public required ImmutableArray<string> Problems { get; init; }
}
