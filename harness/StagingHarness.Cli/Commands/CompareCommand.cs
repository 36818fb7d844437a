using System.CommandLine;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Runs;
using StagingHarness.Rehearsals;
using StagingHarness.Reporting.Comparing;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage compare RUN-FOLDER...</c>: one table of what the upgrades of recorded runs cost.</summary>
internal sealed class CompareCommand(TextWriter output, TextWriter error)
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var folders = new Argument<string[]>("RUN-FOLDER")
        {
            Description = "Folders of runs, as 'stage run' names them in its last line.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--output") { Description = "text, markdown or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "markdown", "json");
        var command = new Command("compare", "Lays recorded runs beside each other: share and number of failed requests, time to detect and to recover.")
        {
            folders,
            format,
        };
        command.SetAction(parsed => new CompareCommand(output, error).Run(parsed.GetRequiredValue(folders), parsed.GetRequiredValue(format)));
        return command;
    }

    private int Run(string[] folders, string format)
    {
        var missing = folders.Where(folder => !Directory.Exists(folder)).ToList();
        foreach (var folder in missing)
        {
            error.WriteLine($"stage: run folder '{folder}' does not exist; name one that 'stage run' has made, such as .stage/runs/NAME");
        }

        if (missing.Count > 0)
        {
            return ExitCodes.Usage;
        }

        var runs = folders.Select(Read).ToList();
        if (runs.Any(run => run is null))
        {
            return ExitCodes.Environment;
        }

        var compared = runs.Select(run => run!).ToList();
        output.Write(format switch
        {
            "json" => ComparedJson.Print(compared) + "\n",
            "markdown" => ComparedMarkdown.Print(compared),
            _ => ComparedText.Print(compared, TerminalStyles.For(output)),
        });
        return ExitCodes.Passed;
    }

    /// <summary>Null when nothing can be measured on it; the reason is told.</summary>
    private ComparedRun? Read(string folder)
    {
        try
        {
            var verdict = Rehearsal.Judge(new RunFolder(folder)).Verdict;
            if (Damage(verdict) is { } damage)
            {
                error.WriteLine($"stage: run '{folder}' is damaged: {damage}; run its scenario again");
                return null;
            }

            return ComparedRun.Of(folder, verdict);
        }
        catch (Exception exception) when (exception is UnreadableRunException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"stage: run '{folder}' cannot be compared: {exception.Message}");
            return null;
        }
    }

    /// <summary>What is cut off or altered gives figures that never were.</summary>
    private static string? Damage(Verdict verdict) =>
        verdict.Analysis.Record.JournalDamage
        ?? (verdict.Analysis.Ended is null ? "its journal ends without its last event" : null)
        ?? (IsAltered(verdict.Analysis.Record) ? "its samples are not those that were written" : null);

    private static bool IsAltered(RunRecord record) =>
        record.Events.OfType<TrafficEnded>().Any(ended => ended.SamplesSha256 != record.SamplesSha256);
}
