using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Diagnostics;

/// <summary>A text that findings point into: a file, or an override from outside.</summary>
internal sealed class SourceText
{
    private readonly ImmutableArray<string> _lines;

    /// <param name="name">As findings print it.</param>
    /// <param name="order">Findings of a lower one are told first.</param>
    /// <param name="text">The whole text.</param>
    public SourceText(string name, int order, string text)
    {
        Name = name;
        Order = order;
        Text = text;
        _lines = SplitLines(text);
    }

    public string Name { get; }

    public int Order { get; }

    public string Text { get; }

    /// <summary>The file from whose folder paths in this text count, relative to the root; null: from that of the scenario.</summary>
    public string? PathsCountFrom { get; init; }

    /// <summary>The line with that number from 1; null outside the text.</summary>
    public string? Line(int number) => number >= 1 && number <= _lines.Length ? _lines[number - 1] : null;

    /// <summary>A span on one line, pulled back into the text where it would leave it.</summary>
    public SourceSpan Span(int line, int column, int length)
    {
        var width = Line(line)?.Length ?? 0;
        var from = Math.Clamp(column, 1, width + 1);
        return new SourceSpan(this, Math.Max(1, line), from, Math.Clamp(length, 1, Math.Max(1, width - from + 1)));
    }

    /// <summary>The beginning of the text.</summary>
    public SourceSpan Start() => Span(1, 1, 1);

    /// <summary>Null when every line is indented with spaces alone.</summary>
    public SourceSpan? FirstTabInIndentation()
    {
        for (var index = 0; index < _lines.Length; index++)
        {
            var indentation = _lines[index].Length - _lines[index].TrimStart(' ', '\t').Length;
            var tab = _lines[index].IndexOf('\t', 0, indentation);
            if (tab >= 0)
            {
                return Span(index + 1, tab + 1, 1);
            }
        }

        return null;
    }

    // The same line breaks as the YAML scanner counts, or the quoted line would be another than the one meant.
    private static ImmutableArray<string> SplitLines(string text) =>
        [.. text.Split(["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"], StringSplitOptions.None)];
}
