using System.Collections.Immutable;

namespace StagingHarness.Execution.Artifacts;

/// <summary>All that the build of a project reads, as far as the files say it.</summary>
internal sealed record ProjectInputs
{
    /// <summary>Full paths of the files.</summary>
    public required ImmutableSortedSet<string> Files { get; init; }

    /// <summary>Names of properties that the files use, which the environment may set.</summary>
    public required ImmutableSortedSet<string> Properties { get; init; }

    /// <summary>Why these may not be all inputs; empty when they are. With any, the project must be built every time.</summary>
    public required ImmutableArray<string> Obstacles { get; init; }
}
