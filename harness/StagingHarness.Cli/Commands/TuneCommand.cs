using System.Collections.Immutable;
using System.CommandLine;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Reporting.Tuning;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage tune RUN-FOLDER...</c>: alert rules of recorded runs with other thresholds.</summary>
internal sealed class TuneCommand(TextWriter output, TextWriter error)
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var folders = RecordedRuns.Argument();
        var rule = new Option<string?>("--rule") { Description = "Only this alert rule, or 'detection'." };
        var format = new Option<string>("--output") { Description = "text, markdown or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "markdown", "json");
        var command = new Command(
            "tune", "Replays recorded runs through other alert thresholds: time to page on the bad runs, false pages on the good ones. Starts nothing.")
        {
            folders,
            rule,
            format,
        };
        command.SetAction(parsed => new TuneCommand(output, error).Run(
            parsed.GetRequiredValue(folders), parsed.GetValue(rule), parsed.GetRequiredValue(format)));
        return command;
    }

    private int Run(string[] folders, string? rule, string format)
    {
        var (read, exitCode) = new RecordedRuns(error, "tuned on").Read(folders);
        if (exitCode != ExitCodes.Passed)
        {
            return exitCode;
        }

        ImmutableArray<TunedRun> runs = [.. read.Select(run => TunedRun.Of(run.Folder, run.Verdict))];
        var names = TunedTable.NamesOf(runs);
        if (rule is not null && !names.Contains(rule))
        {
            error.WriteLine($"stage: no alert rule '{rule}' stands in these runs; {NearestName.Hint(rule, names)}");
            return ExitCodes.Usage;
        }

        var table = TunedTable.Of(runs, rule);
        if (runs.All(run => run.Kind == TunedKind.Neither))
        {
            foreach (var note in table.Notes)
            {
                error.WriteLine($"stage: {note}");
            }

            error.WriteLine("stage: no run is left to try thresholds on; name one that was SAFE, REPRODUCED or NOT SAFE");
            return ExitCodes.NothingMatched;
        }

        output.Write(format switch
        {
            "json" => TunedJson.Print(table) + "\n",
            "markdown" => TunedMarkdown.Print(table),
            _ => TunedText.Print(table, TerminalStyles.For(output)),
        });
        return ExitCodes.Passed;
    }
}
