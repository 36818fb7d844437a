using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Building;

/// <summary>A single value.</summary>
internal sealed record TextValue(string Text) : Value
{
    internal override SyntaxNode ToSyntax(CodeFiles files, SourceLine place) =>
        new ScalarSyntax { Span = files.Span(place), Text = Text, IsPlain = false };
}
