using System.Text.Encodings.Web;
using System.Text.Json;

namespace StagingHarness.Reporting.Tuning;

/// <summary>The table for programs; durations in seconds of real time and in incident minutes, null for what did not happen.</summary>
public static class TunedJson
{
    /// <summary>Version of this format.</summary>
    public const int FormatVersion = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>One JSON object, without an end of line.</summary>
    public static string Print(TunedTable tuned) => JsonSerializer.Serialize(
        new
        {
            FormatVersion,
            Runs = tuned.Runs.Select(run => new { run.Folder, run.Scenario, run.Verdict, run.Kind }),
            Rows = tuned.Rows.Select(row => new
            {
                row.Rule,
                row.Threshold,
                row.IsWritten,
                row.Paged,
                row.FalsePages,
                Runs = row.Cells.Select(cell => new
                {
                    cell.Folder,
                    TimeToPageSeconds = cell.TimeToPage?.TotalSeconds,
                    TimeToPageMinutes = cell.TimeToPageOnClock?.Minutes,
                    cell.FalsePages,
                    cell.IsBlind,
                }),
            }),
            tuned.Notes,
            Legend = TunedWords.Legend.ToDictionary(entry => entry.Name, entry => entry.Formula),
        },
        Options);
}
