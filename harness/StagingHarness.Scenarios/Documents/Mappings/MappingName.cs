using System.Text.Json;

namespace StagingHarness.Scenarios.Documents.Mappings;

/// <summary>By what a mapping is called: its title, or else its path.</summary>
internal static class MappingName
{
    /// <summary>And where it stands; null where there is neither.</summary>
    public static PlacedJson? Of(PlacedJson mapping) =>
        mapping.Member("Title") is { Kind: JsonValueKind.String, Text.Length: > 0 } title
            ? title
            : PatternsOf(mapping.Member("Request")?.Member("Path") ?? mapping.Member("Request")?.Member("Url")).FirstOrDefault().Pattern;

    /// <summary>A path's patterns, each with the matcher that reads it; a text alone is read with wildcards.</summary>
    public static IEnumerable<(PlacedJson Pattern, string Matcher)> PatternsOf(PlacedJson? path) => path switch
    {
        { Kind: JsonValueKind.String } => [(path, "WildcardMatcher")],
        { Kind: JsonValueKind.Object } =>
            from matcher in path.Member("Matchers")?.Items ?? []
            where !matcher.IsTrue("RejectOnMatch")
            from pattern in (PlacedJson?[])[matcher.Member("Pattern"), .. matcher.Member("Patterns")?.Items ?? []]
            where pattern is { Kind: JsonValueKind.String }
            select (pattern, matcher.TextOf("Name") ?? ""),
        _ => [],
    };
}
