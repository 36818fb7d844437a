using System.Globalization;
using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>
/// A mapping of the author's own, bound to its JSON. Values are read as in YAML's core schema: without quotes <c>null</c>, <c>true</c> and numbers
/// are what they look like, and with quotes they are texts.
/// </summary>
internal sealed class JsonObjectShape(string entry) : ShapeOf<string>
{
    public override string Wanted => "a mapping";

    public override IEnumerable<string> ScalarPaths(SyntaxNode? node) => node switch
    {
        MappingSyntax mapping => mapping.Entries.SelectMany(child => ScalarPaths(child.Value)
            .Select(path => path.Length == 0 ? child.Key.Text : $"{child.Key.Text}.{path}")),
        ScalarSyntax => [""],
        _ => [],
    };

    public override JsonObject ToSchema(SchemaWriter writer) => new() { ["type"] = "object", ["minProperties"] = 1 };

    public override Spanned<string>? Bind(SyntaxNode node, BindingPlace place)
    {
        if (node is not MappingSyntax mapping)
        {
            return WrongShape(node, place, $"write one '{entry}: value' per line, indented below it");
        }

        if (mapping.Entries.Length == 0)
        {
            place.Findings.Report(FindingCode.NothingListed, node.Span, $"{place.Name} is empty.", $"give at least one {entry}");
            return null;
        }

        return new Spanned<string>(ToJson(mapping)!.ToJsonString(), place.Key ?? node.Span);
    }

    private static JsonNode? ToJson(SyntaxNode node) => node switch
    {
        MappingSyntax mapping => new JsonObject(mapping.Entries.Select(child => KeyValuePair.Create(child.Key.Text, ToJson(child.Value)))),
        SequenceSyntax list => new JsonArray([.. list.Items.Select(ToJson)]),
        ScalarSyntax { IsNull: true } => null,
        ScalarSyntax { IsPlain: true, Text: "true" } => true,
        ScalarSyntax { IsPlain: true, Text: "false" } => false,
        ScalarSyntax { IsPlain: true } plain when IsNumber(plain.Text) => JsonNode.Parse(plain.Text),
        ScalarSyntax scalar => scalar.Text,

        // Refused with a finding already.
        _ => null,
    };

    /// <summary>As JSON writes numbers: 3600.0 stays as it is.</summary>
    private static bool IsNumber(string text) =>
        text.Length > 0 && char.IsAsciiDigit(text[^1]) && (char.IsAsciiDigit(text[0]) || text[0] == '-')
        && text.All(character => char.IsAsciiDigit(character) || character is '.' or '-' or '+' or 'e' or 'E')
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        && text.TrimStart('-') is not ['0', >= '0' and <= '9', ..];
}
