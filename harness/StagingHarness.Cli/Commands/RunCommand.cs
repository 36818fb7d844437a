using System.CommandLine;
using StagingHarness.Engines;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Files;
using StagingHarness.Loading;
using StagingHarness.Rehearsals;
using StagingHarness.Reporting.Runs;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage run FILE...</c>: rehearses scenarios one after the other, and exits with the worst verdict.</summary>
internal sealed class RunCommand(TextWriter output, TextWriter error, string? runsFolder, EngineWish engine, IReadOnlyList<ReportWish> reports)
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var arguments = new ScenarioArguments();
        var runs = new Option<string?>("--runs")
        {
            Description = "Folder in which run folders are made; default .stage/runs beside the solution.",
            HelpName = "FOLDER",
        };
        var engine = new EngineOption(
            $"auto: containers where Docker answers, else child processes, and says which; docker: containers or nothing; process: child processes. Default: {EngineWishes.Variable}, else auto.");
        var reports = ReportWish.Option();
        var command = new Command("run", "Rehearses scenarios: builds the stage, applies the upgrade under traffic, and judges it.") { runs, engine.Option, reports };
        arguments.AddTo(command);
        command.SetAction((parsed, _) => StartAsync(
            output,
            error,
            parsed.GetValue(runs),
            engine.Given(parsed),
            parsed.GetRequiredValue(reports),
            run => run.RunAllAsync(arguments.FindFiles(parsed, error, FileFinder.ScenarioSuffix), arguments.Inputs(parsed))));
        return command;
    }

    private static async Task<int> StartAsync(
        TextWriter output, TextWriter error, string? runsFolder, EngineWish? engine, ReportWish[] reports, Func<RunCommand, Task<int>> start)
    {
        try
        {
            return await start(new RunCommand(
                output, error, runsFolder, engine ?? EngineWishes.FromEnvironment(), reports));
        }
        catch (UnknownEngineException exception)
        {
            await error.WriteLineAsync($"stage: {exception.Message}");
            return ExitCodes.Usage;
        }
    }

    private async Task<int> RunAllAsync(IReadOnlyList<string>? files, ScenarioInputs inputs)
    {
        if (files is null)
        {
            return ExitCodes.NothingMatched;
        }

        // All of them are read before the first one runs: a suite of which a part cannot run is not started.
        var loaded = files.Select(file => PlanLoader.Load(file, inputs)).ToList();
        foreach (var findings in loaded.Select(one => one.Findings).Where(findings => findings.Length > 0))
        {
            await error.WriteLineAsync(FindingRenderer.Render(findings));
        }

        if (loaded.Any(one => one.Plan is null))
        {
            await error.WriteLineAsync("stage: nothing was started; correct what is told above");
            return ExitCodes.Invalid;
        }

        using var interruption = new Interruption(error);
        var codes = new List<int>();
        foreach (var (plan, rootDirectory) in loaded.Select(one => (one.Plan!, one.RootDirectory)))
        {
            codes.Add(await RunPlanAsync(plan, rootDirectory, interruption));
            if (interruption.Token.IsCancellationRequested)
            {
                return ExitCodes.Worst([.. codes, ExitCodes.Interrupted]);
            }
        }

        return ExitCodes.Worst(codes);
    }

    private async Task<int> RunPlanAsync(ScenarioPlan plan, string rootDirectory, Interruption interruption)
    {
        try
        {
            return await RehearseAsync(plan, rootDirectory, interruption);
        }
        catch (NoEngineException exception)
        {
            await error.WriteLineAsync($"stage: {exception.Message}");
            return ExitCodes.Environment;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            await error.WriteLineAsync($"stage: '{plan.File}' was interrupted before anything was started");
            return ExitCodes.Interrupted;
        }
        catch (Exception exception) when (exception is EnvironmentException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"stage: '{plan.File}' could not be run: {exception.Message}");
            return ExitCodes.Environment;
        }
    }

    private async Task<int> RehearseAsync(ScenarioPlan plan, string rootDirectory, Interruption interruption)
    {
        await error.WriteLineAsync(PlanPrinter.Print(plan));
        await using var progress = new LiveProgress(plan, error, TimeProvider.System);
        interruption.LeftBehind = () => progress.LeftBehind;
        var result = await Rehearsal.RunAsync(
            plan,
            rootDirectory,
            new RehearsalOptions
            {
                Engine = engine,
                RunsFolder = runsFolder,
                Observer = progress.OnEvent,
                Preparation = progress.OnPreparation,
            },
            interruption.Token);
        await progress.DisposeAsync();
        await output.WriteLineAsync(LastBlock.Print(result.Verdict, result.Record, result.Folder.Path, TerminalStyles.For(output)));

        // The verdict is told first: a report that cannot be written must not hide it.
        ReportFiles.Write(RunReport.Of(result.Verdict), result.Folder, reports, error);
        return result.Verdict.ExitCode;
    }
}
