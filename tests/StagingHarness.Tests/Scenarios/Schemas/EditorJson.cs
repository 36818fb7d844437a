using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Tests.Scenarios.Schemas;

/// <summary>YAML as an editor sees it: plain values are resolved by YAML's core schema, so that <c>2.0</c> is a number.</summary>
internal static partial class EditorJson
{
    public static JsonNode? Of(SyntaxNode node) => node switch
    {
        MappingSyntax mapping => new JsonObject(mapping.Entries.Select(entry => new KeyValuePair<string, JsonNode?>(entry.Key.Text, Of(entry.Value)))),
        SequenceSyntax list => new JsonArray([.. list.Items.Select(Of)]),
        ScalarSyntax scalar => scalar.IsPlain ? Plain(scalar.Text) : JsonValue.Create(scalar.Text),
        _ => null,
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when Number().IsMatch(text) => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
