using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Variables;

/// <summary>A place in a value where a variable is to be put: <c>${candidate}</c>. <c>$${</c> is a plain <c>${</c>.</summary>
/// <param name="Start">Offset in the value.</param>
/// <param name="Length">Of all of it, with dollar and braces.</param>
/// <param name="Name">Null: the brace is never closed.</param>
internal sealed record VariableReference(int Start, int Length, string? Name)
{
    private const string Open = "${";

    /// <summary>The next one at or after the offset; null when there is none.</summary>
    public static VariableReference? Next(string text, int from)
    {
        for (var at = text.IndexOf(Open, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Open, at + Open.Length, StringComparison.Ordinal))
        {
            if (at > 0 && text[at - 1] == '$')
            {
                continue;
            }

            var close = text.IndexOf('}', at);
            return close < 0
                ? new VariableReference(at, text.Length - at, null)
                : new VariableReference(at, close - at + 1, text[(at + Open.Length)..close]);
        }

        return null;
    }

    /// <summary>Escaped ones become what they are.</summary>
    public static string Unescape(string text) => text.Replace("$" + Open, Open, StringComparison.Ordinal);

    /// <summary>Where it stands in the file; where quotes or folded lines shift it too far, the value is shown.</summary>
    public SourceSpan SpanIn(ScalarSyntax value)
    {
        var token = value.Text.Substring(Start, Length);
        var line = value.Span.Source.Line(value.Span.Line) ?? "";
        var at = line.IndexOf(token, Math.Min(line.Length, value.Span.Column - 1), StringComparison.Ordinal);
        return at < 0 ? value.Span : value.Span.Source.Span(value.Span.Line, at + 1, token.Length);
    }
}
