using System.Collections.Immutable;
using StagingHarness.Analysis.Wording;

namespace StagingHarness.Reporting.Tuning;

/// <summary>The cells of the table, and what its columns mean; the same in every format.</summary>
internal static class TunedWords
{
    public static ImmutableArray<string> Headers { get; } = ["rule", "threshold", "bad runs paged", "time to page", "real time", "false pages"];

    /// <summary>Every figure by its formula.</summary>
    public static ImmutableArray<(string Name, string Formula)> Legend { get; } =
    [
        ("bad runs", "runs that were REPRODUCED or NOT SAFE, with wrong answers; paged while the outage lasted, which what really paged there has ended"),
        ("time to page", "first wrong answer of the outage due -> the rule would have fired, on the incident's clock; of several bad runs the slowest"),
        ("real time", "the same in real time, which is what detection lives in"),
        ("false pages", "firings on good runs (SAFE), and on bad ones before the outage; a recorded run ends where its own page led it, so what is missed there may come later"),
        ("threshold", "marked with * where it is the one of the plan; everything else of the rule stays as it is"),
    ];

    public static ImmutableArray<string> Cells(TunedTable table, TunedRow row)
    {
        var bad = table.Runs.Count(run => run.Kind == TunedKind.Bad);
        var good = table.Runs.Count(run => run.Kind == TunedKind.Good);
        var blind = row.Blind > 0 ? $"; blind on {Figures.Count(row.Blind, "run")}" : "";
        return
        [
            row.Rule,
            row.Threshold + (row.IsWritten ? " *" : ""),
            $"{Figures.Count(row.Paged)} of {Figures.Count(bad)}",
            (bad, row.Slowest) switch
            {
                (0, _) => "-",
                (_, null) => "missed",
                (_, { } slowest) => slowest.TimeToPageOnClock.ToString() ?? "-",
            },
            row.Slowest?.TimeToPage is { } time ? Figures.Seconds(time) : "-",
            $"{Figures.Count(row.FalsePages)} on {Figures.Count(good, "good run")}{blind}",
        ];
    }
}
