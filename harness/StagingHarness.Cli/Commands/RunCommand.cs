using System.CommandLine;
using StagingHarness.Cli.Live;
using StagingHarness.Engines;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Files;
using StagingHarness.History.Journal;
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
internal sealed class RunCommand(TextWriter output, TextWriter error, string? runsFolder, EngineWish engine, IReadOnlyList<ReportWish> reports, LiveRun live)
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
        var page = new Option<bool>("--ui") { Description = "Shows the run while it goes on, on a page of this machine's own; its address is told first, and ends with the command." };
        var stay = new Option<bool>("--ui-stay") { Description = "As --ui, and the page stays until Ctrl+C." };
        var command = new Command("run", "Rehearses scenarios: builds the stage, applies the upgrade under traffic, and judges it.") { runs, engine.Option, reports, page, stay };
        arguments.AddTo(command);
        command.SetAction((parsed, _) =>
        {
            var live = new LiveRun(TimeProvider.System);
            return LivePage.ShowAsync(live, LivePage.WishOf(parsed.GetValue(page), parsed.GetValue(stay)), error, () => StartAsync(
                output,
                error,
                parsed.GetValue(runs),
                engine.Given(parsed),
                parsed.GetRequiredValue(reports),
                live,
                run => run.RunAllAsync(arguments.FindFiles(parsed, error, FileFinder.ScenarioSuffix), arguments.Inputs(parsed))));
        });
        return command;
    }

    private static async Task<int> StartAsync(
        TextWriter output, TextWriter error, string? runsFolder, EngineWish? engine, ReportWish[] reports, LiveRun live, Func<RunCommand, Task<int>> start)
    {
        try
        {
            return await start(new RunCommand(
                output, error, runsFolder, engine ?? EngineWishes.FromEnvironment(), reports, live));
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

        var journal = JournalReadiness.BeginAsync();
        try
        {
            return await ReadAndRunAsync(files, inputs);
        }
        finally
        {
            await journal;
        }
    }

    private async Task<int> ReadAndRunAsync(IReadOnlyList<string> files, ScenarioInputs inputs)
    {
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

        var written = new RunReports(reports, loaded.Count, error);
        if (written.Refusal is { } refusal)
        {
            await error.WriteLineAsync($"stage: {refusal}");
            return ExitCodes.Usage;
        }

        return written.Finish(ExitCodes.Worst(await RunPlansAsync([.. loaded.Select(one => (one.Plan!, one.RootDirectory))], written)));
    }

    /// <summary>A scenario that an interruption leaves out has no code, and is reported as not run.</summary>
    private async Task<List<int>> RunPlansAsync(IReadOnlyList<(ScenarioPlan Plan, string RootDirectory)> plans, RunReports written)
    {
        using var interruption = new Interruption(error);
        var codes = new List<int>();
        foreach (var (plan, rootDirectory) in plans)
        {
            if (interruption.Token.IsCancellationRequested)
            {
                codes.Add(written.Add(RunReport.Unreadable(plan.Name, $"'{plan.File}' was not run: the suite was interrupted"), null, ExitCodes.Interrupted));
                continue;
            }

            codes.Add(await RunPlanAsync(plan, rootDirectory, interruption, written));
        }

        return interruption.Token.IsCancellationRequested ? [.. codes, ExitCodes.Interrupted] : codes;
    }

    private async Task<int> RunPlanAsync(ScenarioPlan plan, string rootDirectory, Interruption interruption, RunReports written)
    {
        try
        {
            return await RehearseAsync(plan, rootDirectory, interruption, written);
        }
        catch (NoEngineException exception)
        {
            return await NotRunAsync(plan, exception.Message, ExitCodes.Environment, written);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return await NotRunAsync(plan, $"'{plan.File}' was interrupted before anything was started", ExitCodes.Interrupted, written);
        }
        catch (Exception exception) when (exception is EnvironmentException or IOException or UnauthorizedAccessException)
        {
            return await NotRunAsync(plan, $"'{plan.File}' could not be run: {exception.Message}", ExitCodes.Environment, written);
        }
    }

    /// <summary>There is no record, and still a report: that of an earlier run must not stand for this one.</summary>
    private async Task<int> NotRunAsync(ScenarioPlan plan, string why, int exitCode, RunReports written)
    {
        await error.WriteLineAsync($"stage: {why}");
        live.End(RunReport.Unreadable(plan.Name, why));
        return written.Add(RunReport.Unreadable(plan.Name, why), null, exitCode);
    }

    private async Task<int> RehearseAsync(ScenarioPlan plan, string rootDirectory, Interruption interruption, RunReports written)
    {
        await error.WriteLineAsync(PlanPrinter.Print(plan));
        await using var progress = new LiveProgress(plan, error, TimeProvider.System);
        interruption.LeftBehind = () => progress.LeftBehind;
        var runs = Rehearsal.RunsFolderOf(rootDirectory, runsFolder);
        live.Begin(plan, runs);
        var result = await Rehearsal.RunAsync(
            plan,
            rootDirectory,
            new RehearsalOptions
            {
                Engine = engine,
                RunsFolder = runs,
                Observer = happened =>
                {
                    live.OnEvent(happened);
                    progress.OnEvent(happened);
                },
                Preparation = progress.OnPreparation,
            },
            interruption.Token);
        await progress.DisposeAsync();
        await output.WriteLineAsync(LastBlock.Print(result.Verdict, result.Record, result.Folder.Path, TerminalStyles.For(output)));

        // The verdict is told first: a report that cannot be written neither hides nor changes it.
        var report = RunReport.Of(result.Verdict);
        live.End(report);
        return written.Add(report, result.Folder.Path, result.Verdict.ExitCode);
    }
}
