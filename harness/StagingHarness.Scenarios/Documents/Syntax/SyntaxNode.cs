using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Syntax;

/// <summary>A node of a YAML document, with its place.</summary>
internal abstract record SyntaxNode
{
    private protected SyntaxNode()
    {
    }

    /// <summary>The token; of a block mapping or list, its first entry's.</summary>
    public required SourceSpan Span { get; init; }
}
