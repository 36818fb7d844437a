using System.CommandLine;
using StagingHarness.Engines;
using StagingHarness.Files;
using StagingHarness.Loading;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage plan FILE</c>: the numbered steps, with every default shown, and what an engine can do of them; nothing is started.</summary>
internal sealed class PlanCommand(TextWriter output, TextWriter error, EngineWish? engine, bool asJson)
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var arguments = new ScenarioArguments();
        var form = new OutputForm();
        var engine = new EngineOption(
            "Says which engine a run would stand on, and which steps it cannot carry out: exit 4 when there are any. Without it, no engine is looked at.");
        var command = new Command("plan", "Prints the numbered steps of a scenario; nothing is started.") { form.Option, engine.Option };
        arguments.AddTo(command);
        command.SetAction((parsed, cancellationToken) => new PlanCommand(output, error, engine.Given(parsed), form.IsJson(parsed)).PrintAllAsync(
            arguments.FindFiles(parsed, error, FileFinder.ScenarioSuffix), arguments.Inputs(parsed), cancellationToken));
        return command;
    }

    private async Task<int> PrintAllAsync(IReadOnlyList<string>? files, ScenarioInputs inputs, CancellationToken cancellationToken)
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
                await error.WriteLineAsync(FindingRenderer.Render(loaded.Findings));
            }

            codes.Add(loaded.Plan is { } plan ? await PrintAsync(plan, cancellationToken) : ExitCodes.Invalid);
        }

        return ExitCodes.Worst(codes);
    }

    private async Task<int> PrintAsync(ScenarioPlan plan, CancellationToken cancellationToken)
    {
        var outlook = engine is { } wish ? await EngineOutlooks.OfAsync(wish, plan, cancellationToken) : null;
        var text = outlook is null ? PlanPrinter.Print(plan) : $"{PlanPrinter.Print(plan)}\n{EngineOutlooks.Print(outlook)}";
        await output.WriteLineAsync(asJson ? PlanDocument.Print(plan, outlook) : text);
        return outlook is { Obstacles.IsEmpty: false } ? ExitCodes.Environment : ExitCodes.Passed;
    }
}
