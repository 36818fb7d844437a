using System.CommandLine;
using System.Text.Json;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage plan FILE</c>: the numbered steps, with every default shown; nothing is started.</summary>
internal static class PlanCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var arguments = new ScenarioArguments();
        var format = new Option<string>("--output") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("plan", "Prints the numbered steps of a scenario; nothing is started.") { format };
        arguments.AddTo(command);
        command.SetAction(parsed => Print(
            arguments.FindFiles(parsed, error), parsed.GetRequiredValue(arguments.Overrides), parsed.GetRequiredValue(format) == "json", output, error));
        return command;
    }

    private static int Print(IReadOnlyList<string>? files, string[] overrides, bool asJson, TextWriter output, TextWriter error)
    {
        if (files is null)
        {
            return ExitCodes.NothingMatched;
        }

        var codes = new List<int>();
        foreach (var file in files)
        {
            var loaded = ScenarioLoader.Load(file, overrides);
            if (loaded.Findings.Length > 0)
            {
                error.WriteLine(FindingRenderer.Render(loaded.Findings));
            }

            if (loaded.Plan is { } plan)
            {
                output.WriteLine(asJson ? JsonSerializer.Serialize(plan, PlanJson.Options) : PlanPrinter.Print(plan));
            }

            codes.Add(loaded.Plan is null ? ExitCodes.Invalid : ExitCodes.Passed);
        }

        return ExitCodes.Worst(codes);
    }
}
