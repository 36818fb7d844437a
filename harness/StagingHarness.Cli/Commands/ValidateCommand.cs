using System.CommandLine;
using StagingHarness.Checking;
using StagingHarness.Files;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage validate FILE...</c>: everything that is wrong with all of the files, in one pass; nothing is started.</summary>
internal static class ValidateCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var arguments = new ScenarioArguments();
        var form = new OutputForm();
        var command = new Command("validate", "Checks scenario and system files: every mistake of all files, with line and column; nothing is started.")
        {
            form.Option,
        };
        arguments.AddTo(command);
        command.SetAction(parsed =>
        {
            if (arguments.FindFiles(parsed, error, FileFinder.ScenarioSuffix, FileFinder.SystemSuffix) is not { } files)
            {
                return ExitCodes.NothingMatched;
            }

            var report = FileCheck.Run(files, arguments.Inputs(parsed));
            output.WriteLine(form.IsJson(parsed) ? CheckJson.Print(report) : CheckText.Print(report));
            return report.ExitCode;
        });
        return command;
    }
}
