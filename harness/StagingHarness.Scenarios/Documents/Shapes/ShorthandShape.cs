using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>A mapping, or the single value that the usual one comes down to.</summary>
internal sealed class ShorthandShape<TShort, T>(ShapeOf<TShort> shorthand, Func<Spanned<TShort>, T> expand, MappingShape<T> mapping)
    : ShapeOf<T>
    where TShort : notnull
    where T : class
{
    public override string Wanted => shorthand.Wanted;

    public override string? SchemaName => mapping.SchemaName;

    public override string? Sample => shorthand.Sample;

    /// <summary>Keywords of single values leave mappings alone, and those of mappings leave single values alone.</summary>
    public override JsonObject ToSchema(SchemaWriter writer)
    {
        var schema = mapping.ToSchema(writer);
        foreach (var (keyword, value) in shorthand.ToSchema(writer).ToList())
        {
            schema[keyword] = keyword == "type" ? new JsonArray([.. Types(value), "object"]) : value?.DeepClone();
        }

        return schema;
    }

    public override bool HasKey(string key) => mapping.HasKey(key);

    public override string? ElsewhereHint(string key) => mapping.ElsewhereHint(key);

    public override IEnumerable<string> ScalarPaths(SyntaxNode? node) =>
        node is MappingSyntax ? mapping.ScalarPaths(node) : shorthand.ScalarPaths(node);

    public override Spanned<T>? Bind(SyntaxNode node, BindingPlace place) => node is MappingSyntax
        ? mapping.Bind(node, place)
        : shorthand.Bind(node, place) is { } bound ? bound.With(expand(bound)) : null;

    private static IEnumerable<JsonNode?> Types(JsonNode? type) => type is JsonArray several ? several.Select(one => one?.DeepClone()) : [type?.DeepClone()];
}
