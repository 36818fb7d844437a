using StagingHarness.Analysis.Wording;
using StagingHarness.Verdicts.Comparisons;

namespace StagingHarness.Reporting.Terminal;

/// <summary>The table: what the incident report says beside what this replay measured.</summary>
public static class ComparisonPrinter
{
    private const string Nothing = "-";

    /// <summary>Lines, each with its end.</summary>
    public static string Print(Comparison comparison, TerminalStyle style)
    {
        var table = new TextTable("what", "reported", "incident time", "real time", "label");
        foreach (var row in comparison.Rows)
        {
            table.Add(
                row.Name,
                row.Reported.IsEmpty ? Nothing : string.Join(", ", row.Reported),
                row.MeasuredIncident?.ToString() ?? Nothing,
                row.Figure ?? (row.MeasuredReal is { } real ? $"{Figures.Seconds(real)} real" : Nothing),
                Label(row));
        }

        return $"Reported by '{comparison.Source}' / measured in this replay\n"
            + $"One incident minute takes {Figures.Seconds(comparison.Clock.Minute)} of real time; real time does not scale.\n\n"
            + table.Print(style)
            + Disagreement(comparison);
    }

    private static string Label(ComparisonRow row) => row.Label switch
    {
        MeasureLabel.Measured => "measured",
        MeasureLabel.Scripted => $"scripted {row.Scripted}",
        MeasureLabel.ScriptedWithOverrun => $"scripted {row.Scripted} + {Figures.Seconds(row.Overrun ?? TimeSpan.Zero)} real overrun",
        MeasureLabel.Absent => "did not happen",
    };

    private static string Disagreement(Comparison comparison) =>
        comparison is { OutageBySummary: { } claimed, OutageByTimeline: { } added } && claimed != added
            ? $"\nThe report's summary says {claimed} of outage, its own timeline adds up to {added}: both are shown, neither is claimed.\n"
            : "";
}
