using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>A single value, read from its text.</summary>
internal abstract class ScalarShape<T> : ShapeOf<T>
    where T : notnull
{
    /// <summary>How it is written.</summary>
    public abstract override string Sample { get; }

    /// <summary>The same for editors.</summary>
    private protected abstract ValueSchema Written { get; }

    /// <summary>The hint beside a value that is not written so.</summary>
    private protected virtual string Example => $"write it like '{Sample}'";

    public override IEnumerable<string> ScalarPaths(SyntaxNode? node) => [""];

    public override JsonObject ToSchema(SchemaWriter writer)
    {
        var schema = Written.ToJson(writer.WithVariables);
        schema["description"] = $"{Wanted}, like {Sample}";
        return schema;
    }

    /// <summary>What keys are like that are values of this shape.</summary>
    public JsonObject ToKeySchema() => Written.ToKeyJson();

    public override Spanned<T>? Bind(SyntaxNode node, BindingPlace place)
    {
        if (node is not ScalarSyntax { IsNull: false } scalar)
        {
            return WrongShape(node, place, Example);
        }

        return Read(scalar.Text).Match(
            value => new Spanned<T>(value, node.Span),
            Spanned<T>? (mistake) =>
            {
                place.Findings.Report(mistake.Code, node.Span, $"{place.Name} says '{Shown(scalar.Text)}', {mistake.Why}.", mistake.Hint);
                return null;
            });
    }

    private protected abstract Reading<T> Read(string text);

    private protected Reading<T> NotWanted() => Wrong(FindingCode.Unreadable, $"which is not {Wanted}", Example);

    private protected static Reading<T> Wrong(FindingCode code, string why, string hint) => new Reading<T>.Mistaken(new ReadingMistake(code, why, hint));

    private protected static Reading<T> Ok(T value) => new Reading<T>.Read(value);

    private static string Shown(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..57] + "...";
    }
}
