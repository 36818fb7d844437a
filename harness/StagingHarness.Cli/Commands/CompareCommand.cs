using System.CommandLine;
using StagingHarness.Reporting.Comparing;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage compare RUN-FOLDER...</c>: one table of what the upgrades of recorded runs cost.</summary>
internal sealed class CompareCommand(TextWriter output, TextWriter error)
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var folders = RecordedRuns.Argument();
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
        var (runs, exitCode) = new RecordedRuns(error, "compared").Read(folders);
        if (exitCode != ExitCodes.Passed)
        {
            return exitCode;
        }

        var compared = runs.Select(run => ComparedRun.Of(run.Folder, run.Verdict)).ToList();
        output.Write(format switch
        {
            "json" => ComparedJson.Print(compared) + "\n",
            "markdown" => ComparedMarkdown.Print(compared),
            _ => ComparedText.Print(compared, TerminalStyles.For(output)),
        });
        return ExitCodes.Passed;
    }
}
