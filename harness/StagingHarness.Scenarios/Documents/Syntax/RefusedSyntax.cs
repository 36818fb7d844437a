namespace StagingHarness.Scenarios.Documents.Syntax;

/// <summary>Something that was refused with a finding already; nobody needs to hear of it again.</summary>
internal sealed record RefusedSyntax : SyntaxNode;
