using System.Collections.Immutable;
using StagingHarness.OpenApi.Notes;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.OpenApi;

/// <summary>What an import has become.</summary>
public sealed record ImportResult
{
    /// <summary>What is wrong with the document, and what was left out of it.</summary>
    public required ImmutableArray<ImportNote> Notes { get; init; }

    /// <summary>With those that were left out.</summary>
    public int Operations { get; init; }

    /// <summary>The mapping files; none where the document has mistakes, or nothing to import.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Operations without a mapping, and why.</summary>
    public ImmutableArray<(string Operation, string Why)> LeftOut { get; init; } = [];

    /// <summary>What goes before the paths of the document, as its servers say.</summary>
    public ImmutableArray<string> BasePaths { get; init; } = [];

    /// <summary>By name, how many values were hidden under it; never the values.</summary>
    public ImmutableSortedDictionary<string, int> Hidden { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Mapping files that lay in the folder before, and lie there still.</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>What would keep a system from naming the files.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Nothing was written, since the document has mistakes.</summary>
    public bool IsBroken => Notes.Any(note => note.Severity == Severity.Error);
}
