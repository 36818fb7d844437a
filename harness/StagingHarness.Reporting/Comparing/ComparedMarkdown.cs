using System.Text;

namespace StagingHarness.Reporting.Comparing;

/// <summary>The table for a page in Markdown.</summary>
public static class ComparedMarkdown
{
    /// <summary>Lines, each with its end.</summary>
    public static string Print(IEnumerable<ComparedRun> runs)
    {
        var text = new StringBuilder();
        text.Append($"| {string.Join(" | ", ComparedWords.Headers)} |\n");
        text.Append($"|{string.Concat(ComparedWords.Headers.Select(_ => "---|"))}\n");
        foreach (var run in runs)
        {
            text.Append($"| {string.Join(" | ", ComparedWords.Cells(run).Select(Escaped))} |\n");
        }

        text.Append('\n');
        foreach (var (name, formula) in ComparedWords.Legend)
        {
            text.Append($"- *{name}*: {Escaped(formula)}\n");
        }

        return text.ToString();
    }

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
