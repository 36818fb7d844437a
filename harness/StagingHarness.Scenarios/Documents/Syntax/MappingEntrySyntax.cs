namespace StagingHarness.Scenarios.Documents.Syntax;

/// <summary>One key with its value.</summary>
internal sealed record MappingEntrySyntax(ScalarSyntax Key, SyntaxNode Value);
