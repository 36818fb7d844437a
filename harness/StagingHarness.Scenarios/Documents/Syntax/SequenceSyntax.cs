using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Documents.Syntax;

/// <summary>A list.</summary>
internal sealed record SequenceSyntax : SyntaxNode
{
    public required ImmutableArray<SyntaxNode> Items { get; init; }
}
