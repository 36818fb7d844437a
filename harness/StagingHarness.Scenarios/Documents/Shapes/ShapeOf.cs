using System.Diagnostics;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>A shape whose values are bound to <typeparamref name="T"/>.</summary>
internal abstract class ShapeOf<T> : Shape
    where T : notnull
{
    private protected ShapeOf()
    {
    }

    /// <summary>The value; null when it cannot be told, which is a finding.</summary>
    public abstract Spanned<T>? Bind(SyntaxNode node, BindingPlace place);

    /// <summary>Says that something of another shape stands here; null, for the caller to return.</summary>
    private protected Spanned<T>? WrongShape(SyntaxNode node, BindingPlace place, string example)
    {
        var got = node switch
        {
            MappingSyntax => "a mapping",
            SequenceSyntax => "a list",
            ScalarSyntax { IsNull: true } => null,
            ScalarSyntax scalar => $"'{scalar.Text}'",
            RefusedSyntax => "",
            _ => throw new UnreachableException(),
        };
        switch (got)
        {
            case "":
                break;
            case null:
                place.Findings.Report(FindingCode.MissingValue, place.Key ?? node.Span, $"{place.Name} has no value.", example);
                break;
            default:
                place.Findings.Report(
                    FindingCode.WrongShape,
                    node.Span,
                    $"{place.Name} must be {Wanted}, and {got} stands here.",
                    example);
                break;
        }

        return null;
    }
}
