using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Recording;

/// <summary>What a recording has become.</summary>
public sealed record RecordingResult
{
    /// <summary>The mapping file; null when nothing was recorded, and so nothing written.</summary>
    public string? File { get; init; }

    public required int Calls { get; init; }

    public required int Mappings { get; init; }

    /// <summary>By name, how many values were hidden under it; never the values.</summary>
    public required ImmutableSortedDictionary<string, int> Hidden { get; init; }

    /// <summary>What was left out, and what to know of the rest.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>What would keep a system from naming the file.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
