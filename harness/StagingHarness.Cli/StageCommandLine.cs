using System.CommandLine;
using StagingHarness.Cli.Commands;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli;

/// <summary>The <c>stage</c> command: standard output is the result and nothing else, everything else goes to standard error.</summary>
public static class StageCommandLine
{
    /// <returns>The exit code, see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Rehearses upgrades on a stage of real servers, before production does.")
        {
            RunCommand.Create(output, error),
            ValidateCommand.Create(output, error),
            PlanCommand.Create(output, error),
            CompareCommand.Create(output, error),
            ReportCommand.Create(output, error),
            TuneCommand.Create(output, error),
            ListCommand.Create(output, error),
            NewCommand.Create(output, error),
            RecordCommand.Create(output, error),
            ImportCommand.Create(output, error),
            ExplainCommand.Create(output, error),
            SchemaCommand.Create(output),
            DoctorCommand.Create(output),
            CleanCommand.Create(output),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await ReportUsageAsync(parsed, error);
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,

                // The commands see to signals themselves: a run that is interrupted must clean up first.
                ProcessTerminationTimeout = null,
            });
        }
#pragma warning disable CA1031 // The last line of defence: a defect of ours has an exit code of its own.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await error.WriteLineAsync($"stage: this is a defect of stage itself, please report it: {exception}");
            return ExitCodes.Defect;
        }
    }

    private static async Task ReportUsageAsync(ParseResult parsed, TextWriter error)
    {
        foreach (var problem in parsed.Errors)
        {
            await error.WriteLineAsync($"stage: {problem.Message}");
        }

        var command = parsed.CommandResult.Command;
        if (command is RootCommand && parsed.UnmatchedTokens is [var token, ..])
        {
            await error.WriteLineAsync($"stage: {NearestName.Hint(token, NamesIn(command))}");
        }

        var names = command.Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(parent => parent.Name).Append(command.Name);
        var name = command is RootCommand ? "stage" : $"stage {string.Join(' ', names)}";
        await error.WriteLineAsync($"stage: see '{name} --help'");
    }

    private static IEnumerable<string> NamesIn(Command command) =>
        command.Subcommands.Select(subcommand => subcommand.Name).Concat(command.Options.Select(option => option.Name));
}
