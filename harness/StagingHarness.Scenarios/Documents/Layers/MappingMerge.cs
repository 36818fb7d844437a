using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Layers;

/// <summary>One mapping laid over another: mappings are merged key by key, lists and single values replace what was there.</summary>
internal static class MappingMerge
{
    /// <summary>Every key and value keeps the place where it stands, in whichever file that is.</summary>
    public static MappingSyntax Over(MappingSyntax lower, MappingSyntax upper) =>
        upper with { Entries = upper.Entries.Aggregate(lower, (merged, entry) => merged.With(Over(merged.Entry(entry.Key.Text), entry))).Entries };

    private static MappingEntrySyntax Over(MappingEntrySyntax? lower, MappingEntrySyntax upper) =>
        (lower?.Value, upper.Value) is (MappingSyntax below, MappingSyntax above) ? upper with { Value = Over(below, above) } : upper;
}
