using System.Globalization;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Listing;

/// <summary>The list for people: one scenario a line, in columns.</summary>
public static class ScenarioListText
{
    /// <summary>Without a line end after the last line.</summary>
    public static string Print(IReadOnlyCollection<ListedScenario> scenarios)
    {
        List<string[]> rows = [["NAME", "INTENT", "TAGS", "FILE", "TITLE"], .. scenarios.Select(Row)];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    /// <summary>The intent as a scenario file writes it.</summary>
    public static string Word(Intent intent) => intent switch
    {
        Intent.Reproduce => "reproduce",
        Intent.Protect => "protect",
    };

    private static string[] Row(ListedScenario scenario) =>
    [
        scenario.Name ?? "-",
        scenario.Intent is { } intent ? Word(intent) : "-",
        scenario.Tags.IsEmpty ? "-" : string.Join(',', scenario.Tags),
        scenario.File,
        scenario.Title ?? string.Create(
            CultureInfo.InvariantCulture, $"({scenario.Errors} {(scenario.Errors == 1 ? "error" : "errors")}; 'stage validate {scenario.File}' tells)"),
    ];
}
