using System.Text;
using StagingHarness.Reporting.Terminal;

namespace StagingHarness.Reporting.Tuning;

/// <summary>The table for a terminal.</summary>
public static class TunedText
{
    /// <summary>Lines, each with its end.</summary>
    public static string Print(TunedTable tuned, TerminalStyle style)
    {
        var table = new TextTable(TunedWords.Headers);
        foreach (var row in tuned.Rows)
        {
            table.Add(TunedWords.Cells(tuned, row));
        }

        var text = new StringBuilder(table.Print(style)).Append('\n');
        foreach (var (name, formula) in TunedWords.Legend)
        {
            text.Append($"{name}: {formula}\n");
        }

        foreach (var note in tuned.Notes)
        {
            text.Append($"note: {note}\n");
        }

        return text.ToString();
    }
}
