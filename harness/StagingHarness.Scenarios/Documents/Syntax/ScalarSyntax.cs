namespace StagingHarness.Scenarios.Documents.Syntax;

/// <summary>A single value as written: <c>2.0</c> stays <c>2.0</c>, with or without quotes.</summary>
internal sealed record ScalarSyntax : SyntaxNode
{
    public required string Text { get; init; }

    /// <summary>Written without quotes.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>No value at all: nothing, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => IsPlain && Text is ("" or "~" or "null");
}
