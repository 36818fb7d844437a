using System.CommandLine;
using StagingHarness.Files;
using StagingHarness.Loading;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage plan FILE</c>: the numbered steps, with every default shown; nothing is started.</summary>
internal static class PlanCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var arguments = new ScenarioArguments();
        var form = new OutputForm();
        var command = new Command("plan", "Prints the numbered steps of a scenario; nothing is started.") { form.Option };
        arguments.AddTo(command);
        command.SetAction(parsed => Print(
            arguments.FindFiles(parsed, error, FileFinder.ScenarioSuffix), arguments.Inputs(parsed), form.IsJson(parsed), output, error));
        return command;
    }

    private static int Print(IReadOnlyList<string>? files, ScenarioInputs inputs, bool asJson, TextWriter output, TextWriter error)
    {
        if (files is null)
        {
            return ExitCodes.NothingMatched;
        }

        var codes = new List<int>();
        foreach (var file in files)
        {
            var loaded = PlanLoader.Load(file, inputs);
            if (loaded.Findings.Length > 0)
            {
                error.WriteLine(FindingRenderer.Render(loaded.Findings));
            }

            if (loaded.Plan is { } plan)
            {
                output.WriteLine(asJson ? PlanDocument.Print(plan) : PlanPrinter.Print(plan));
            }

            codes.Add(loaded.Plan is null ? ExitCodes.Invalid : ExitCodes.Passed);
        }

        return ExitCodes.Worst(codes);
    }
}
