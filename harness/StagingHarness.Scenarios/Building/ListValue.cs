using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Building;

/// <summary>A list.</summary>
internal sealed record ListValue(ImmutableArray<Value> Entries) : Value
{
    internal override SyntaxNode ToSyntax(CodeFiles files, SourceLine place)
    {
        ImmutableArray<SyntaxNode> items = [.. Entries.Select(entry => entry.ToSyntax(files, place))];
        return new SequenceSyntax { Span = items.IsEmpty ? files.Span(place) : items[0].Span, Items = items };
    }
}
