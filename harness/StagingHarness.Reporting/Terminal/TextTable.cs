using System.Collections.Immutable;
using System.Text;

namespace StagingHarness.Reporting.Terminal;

/// <summary>Columns of text. Where the width is limited, the widest column is broken into lines; elsewhere nothing is.</summary>
internal sealed class TextTable
{
    private const int Gap = 2;
    private const int NarrowestColumn = 8;

    private readonly ImmutableArray<string> headers;
    private readonly List<ImmutableArray<string>> rows = [];

    public TextTable(params ImmutableArray<string> headers)
    {
        this.headers = headers;
    }

    public void Add(params ImmutableArray<string> cells) => rows.Add(cells);

    /// <summary>Lines, each with its end, none with trailing blanks.</summary>
    public string Print(TerminalStyle style)
    {
        var widths = Widths(style.Width);
        var text = new StringBuilder();
        Append(text, headers, widths);
        Append(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (var row in rows)
        {
            Append(text, row, widths);
        }

        return text.ToString();
    }

    private int[] Widths(int? limit)
    {
        var widths = headers
            .Select((header, column) => rows.Select(row => row[column].Length).Append(header.Length).Max())
            .ToArray();
        while (limit is { } most && widths.Sum() + (Gap * (widths.Length - 1)) > most && widths.Max() > NarrowestColumn)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }

        return widths;
    }

    private static void Append(StringBuilder text, ImmutableArray<string> cells, int[] widths)
    {
        var broken = cells.Select((cell, column) => Broken(cell, widths[column])).ToArray();
        for (var line = 0; line < broken.Max(lines => lines.Count); line++)
        {
            var parts = broken.Select((lines, column) => (line < lines.Count ? lines[line] : "").PadRight(widths[column] + Gap));
            text.Append(string.Concat(parts).TrimEnd()).Append('\n');
        }
    }

    private static List<string> Broken(string cell, int width)
    {
        List<string> lines = [];
        var rest = cell;
        while (rest.Length > width)
        {
            var blank = rest.LastIndexOf(' ', width, width + 1);
            var length = blank > 0 ? blank : width;
            lines.Add(rest[..length]);
            rest = rest[length..].TrimStart();
        }

        lines.Add(rest);
        return lines;
    }
}
