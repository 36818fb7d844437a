using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>A list of values of one shape.</summary>
internal sealed class ListShape<T>(ShapeOf<T> item) : ShapeOf<ImmutableArray<Spanned<T>>>
    where T : notnull
{
    /// <summary>Null when it may be empty; else what an entry is, for the hint.</summary>
    public string? NeedsOne { get; init; }

    /// <summary>The same entry may not stand twice.</summary>
    public bool Distinct { get; init; }

    /// <summary>A single entry may stand without the list around it.</summary>
    public bool OneIsEnough { get; init; }

    /// <summary>How a whole list is written; null where that would not fit on a line.</summary>
    public string? Example { get; init; }

    public override string Wanted => "a list";

    public override string? Sample => Example;

    public override JsonObject ToSchema(SchemaWriter writer)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = writer.WholeOf(item) };
        if (NeedsOne is not null)
        {
            list["minItems"] = 1;
        }

        if (Distinct)
        {
            list["uniqueItems"] = true;
        }

        return OneIsEnough ? OneOrMore(item.ToSchema(writer), list) : list;
    }

    private static JsonObject OneOrMore(JsonObject one, JsonObject list)
    {
        // Names to choose from are no list, and would forbid each.
        if (one.ContainsKey("enum") || one.ContainsKey("else"))
        {
            return new JsonObject { ["oneOf"] = new JsonArray(one, list) };
        }

        // Other keywords of single values leave lists alone, and those of lists leave single values alone.
        foreach (var (keyword, value) in one.ToList())
        {
            list[keyword] = keyword == "type" ? new JsonArray([.. Types(value), "array"]) : value?.DeepClone();
        }

        return list;
    }

    public override Spanned<ImmutableArray<Spanned<T>>>? Bind(SyntaxNode node, BindingPlace place)
    {
        if (OneIsEnough && node is ScalarSyntax { IsNull: false })
        {
            return item.Bind(node, place.Entry()) is { } only ? new Spanned<ImmutableArray<Spanned<T>>>([only], node.Span) : null;
        }

        if (node is not SequenceSyntax list)
        {
            return WrongShape(node, place, "write a list: '[a, b]', or one '- entry' per line");
        }

        if (list.Items.Length == 0 && NeedsOne is { } entry)
        {
            place.Findings.Report(FindingCode.NothingListed, node.Span, $"{place.Name} is empty.", $"list at least one {entry}");
            return null;
        }

        var items = list.Items.Select(child => item.Bind(child, place.Entry())).OfType<Spanned<T>>().ToImmutableArray();
        if (Distinct)
        {
            ReportRepeated(items, place);
        }

        return new Spanned<ImmutableArray<Spanned<T>>>(items, place.Key ?? node.Span);
    }

    private static IEnumerable<JsonNode?> Types(JsonNode? type) =>
        type is JsonArray several ? several.Select(one => one?.DeepClone()) : [type?.DeepClone()];

    private static void ReportRepeated(ImmutableArray<Spanned<T>> items, BindingPlace place)
    {
        var seen = new HashSet<T>();
        foreach (var entry in items.Where(entry => !seen.Add(entry.Value)))
        {
            place.Findings.Report(FindingCode.ListedTwice, entry.Span, $"this stands in {place.Name} before.", "remove one of them");
        }
    }
}
