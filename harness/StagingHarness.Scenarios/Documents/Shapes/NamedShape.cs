using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>A mapping whose keys are names that the author gives: services, releases, credentials.</summary>
internal sealed class NamedShape<T>(string entry, ScalarShape<string> name, ShapeOf<T> value) : ShapeOf<ImmutableArray<Named<T>>>
    where T : notnull
{
    public override string Wanted => "a mapping";

    public override IEnumerable<string> ScalarPaths(SyntaxNode? node) =>
        node is MappingSyntax mapping
            ? mapping.Entries.SelectMany(child => value.ScalarPaths(child.Value).Select(path => Join(child.Key.Text, path)))
            : [];

    public override JsonObject ToSchema(SchemaWriter writer) => new()
    {
        ["type"] = "object",
        ["propertyNames"] = name.ToKeySchema(),
        ["additionalProperties"] = writer.Of(value),
        ["minProperties"] = 1,
    };

    public override Spanned<ImmutableArray<Named<T>>>? Bind(SyntaxNode node, BindingPlace place)
    {
        if (node is not MappingSyntax mapping)
        {
            return WrongShape(node, place, $"write one '{entry}: ...' per line, indented below it");
        }

        if (mapping.Entries.Length == 0)
        {
            place.Findings.Report(FindingCode.NothingListed, node.Span, $"{place.Name} is empty.", $"give at least one {entry}");
            return null;
        }

        var items = ImmutableArray.CreateBuilder<Named<T>>();
        foreach (var child in mapping.Entries)
        {
            var key = name.Bind(child.Key, place);
            var bound = value.Bind(child.Value, place.Under(child.Key.Text, child.Key.Span));
            if (key is not null)
            {
                items.Add(new Named<T>(key, bound));
            }
        }

        return new Spanned<ImmutableArray<Named<T>>>(items.ToImmutable(), place.Key ?? node.Span);
    }

    private static string Join(string key, string path) => path.Length == 0 ? key : $"{key}.{path}";
}
