using System.Text;
using StagingHarness.Reporting.Terminal;

namespace StagingHarness.Reporting.Comparing;

/// <summary>The table for a terminal.</summary>
public static class ComparedText
{
    /// <summary>Lines, each with its end.</summary>
    public static string Print(IEnumerable<ComparedRun> runs, TerminalStyle style)
    {
        var table = new TextTable(ComparedWords.Headers);
        foreach (var run in runs)
        {
            table.Add(ComparedWords.Cells(run));
        }

        var text = new StringBuilder(table.Print(style)).Append('\n');
        foreach (var (name, formula) in ComparedWords.Legend)
        {
            text.Append($"{name}: {formula}\n");
        }

        return text.ToString();
    }
}
