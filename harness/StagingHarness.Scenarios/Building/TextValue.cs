using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Building;

/// <summary>A single value.</summary>
/// <param name="Text">As a file writes it.</param>
/// <param name="IsPlain">As without quotes: a number, a truth value, or null.</param>
internal sealed record TextValue(string Text, bool IsPlain = false) : Value
{
    internal override SyntaxNode ToSyntax(CodeFiles files, SourceLine place) =>
        new ScalarSyntax { Span = files.Span(place), Text = Text, IsPlain = IsPlain };
}
