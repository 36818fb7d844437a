using System.Text;

namespace StagingHarness.Reporting.Tuning;

/// <summary>The table for a page in Markdown.</summary>
public static class TunedMarkdown
{
    /// <summary>Lines, each with its end.</summary>
    public static string Print(TunedTable tuned)
    {
        var text = new StringBuilder();
        text.Append($"| {string.Join(" | ", TunedWords.Headers)} |\n");
        text.Append($"|{string.Concat(TunedWords.Headers.Select(_ => "---|"))}\n");
        foreach (var row in tuned.Rows)
        {
            text.Append($"| {string.Join(" | ", TunedWords.Cells(tuned, row).Select(Escaped))} |\n");
        }

        text.Append('\n');
        foreach (var (name, formula) in TunedWords.Legend)
        {
            text.Append($"- *{name}*: {Escaped(formula)}\n");
        }

        foreach (var note in tuned.Notes)
        {
            text.Append($"- {Escaped(note)}\n");
        }

        return text.ToString();
    }

    private static string Escaped(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
