using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Validation;

/// <summary>A placeholder in a value, and where it stands.</summary>
internal sealed record Placeholder(string Name, SourceSpan Span)
{
    public bool IsSecret => Name.Split('.') is ["credentials", ..] or ["provider", "clients", _, "secret" or "next-secret" or "private-key"] or ["provider", "users", _, "password"];

    /// <summary>Only what looks like a name between braces is one; JSON in a value stays JSON.</summary>
    public static IEnumerable<Placeholder> In(Spanned<string> value)
    {
        var text = value.Value;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            var name = close < 0 ? "" : text[(open + 1)..close];
            if (name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_'))
            {
                yield return new Placeholder(name, SpanOf(value, name, open));
            }
        }
    }

    // In a value with quotes, the placeholder stands one to the right; where escapes shift it further, the value is shown.
    private static SourceSpan SpanOf(Spanned<string> value, string name, int offset)
    {
        var line = value.Span.Source.Line(value.Span.Line) ?? "";
        var token = $"{{{name}}}";
        var at = line.IndexOf(token, Math.Min(line.Length, value.Span.Column - 1 + offset), StringComparison.Ordinal);
        return at < 0 ? value.Span : value.Span.Source.Span(value.Span.Line, at + 1, token.Length);
    }
}
