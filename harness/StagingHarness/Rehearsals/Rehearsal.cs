using System.Reflection;
using System.Security.Cryptography;
using StagingHarness.Browsing;
using StagingHarness.Composition;
using StagingHarness.Engines;
using StagingHarness.Execution.Engines.Docker.Images;
using StagingHarness.Execution.Hooks;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Running;
using StagingHarness.Execution.Secrets;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Redaction;
using StagingHarness.History.Runs;
using StagingHarness.Loading;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Building;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Rehearsals;

/// <summary>Runs a plan and judges it, in one call.</summary>
public static class Rehearsal
{
    /// <summary>Version of this build, as it stands in journals.</summary>
    public static string HarnessVersion { get; } =
        typeof(Rehearsal).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>
    /// Runs the plan on the engine that <see cref="RehearsalOptions.Engine"/> names or finds, cleans up, and judges what the run folder holds. What the scenario,
    /// the system or the environment did once the engine stands is in the verdict, and never thrown.
    /// </summary>
    /// <param name="plan">The plan, see <see cref="Scenarios.ScenarioLoader"/>.</param>
    /// <param name="rootDirectory">The scenario root: paths in the plan are relative to it.</param>
    /// <param name="options">What the rehearsal is told from outside.</param>
    /// <param name="cancellationToken">Interrupts the run: it cleans up, and its verdict is 'aborted'.</param>
    /// <exception cref="IOException">The run folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The run folder may not be written.</exception>
    /// <exception cref="NoEngineException">No engine of this machine can run the plan, or not the one that was wished for.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted before there was an engine.</exception>
    /// <exception cref="SecretMissingException">A secret that the system refers to is not there; nothing was started.</exception>
    /// <exception cref="HookMissingException">A step runs a hook that is not in <see cref="RehearsalOptions.Hooks"/>; nothing was started.</exception>
    /// <exception cref="BrowserMissingException">The traffic has journeys in a browser, and this machine has none; nothing was started.</exception>
    /// <exception cref="EnvironmentException">The engine itself could not be started, so there is nothing to judge.</exception>
    public static Task<RehearsalResult> RunAsync(
        ScenarioPlan plan, string rootDirectory, RehearsalOptions options, CancellationToken cancellationToken) =>
        RunAsync(plan, rootDirectory, options, static ports => ports, cancellationToken);

    /// <summary>As above, for a scenario that was written in code.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">What the rehearsal is told from outside.</param>
    /// <param name="cancellationToken">Interrupts the run: it cleans up, and its verdict is 'aborted'.</param>
    /// <exception cref="InvalidScenarioException">The scenario cannot be planned; nothing was started.</exception>
    /// <exception cref="IOException">The run folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The run folder may not be written.</exception>
    /// <exception cref="NoEngineException">No engine of this machine can run the plan, or not the one that was wished for.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted before there was an engine.</exception>
    /// <exception cref="SecretMissingException">A secret that the system refers to is not there; nothing was started.</exception>
    /// <exception cref="BrowserMissingException">The traffic has journeys in a browser, and this machine has none; nothing was started.</exception>
    /// <exception cref="EnvironmentException">The engine itself could not be started, so there is nothing to judge.</exception>
    public static Task<RehearsalResult> RunAsync(Scenario scenario, RehearsalOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var root = options.RootDirectory ?? ScenarioRoot.FindAbove(AppContext.BaseDirectory) ?? AppContext.BaseDirectory;
        var loaded = PlanLoader.Load(scenario, root, options.Inputs);
        return loaded.Plan is { } plan
            ? RunAsync(plan, loaded.RootDirectory, options, cancellationToken)
            : throw new InvalidScenarioException(loaded.Findings);
    }

    /// <summary>Where run folders are made, each under the id of its run.</summary>
    /// <param name="rootDirectory">The scenario root.</param>
    /// <param name="given">As in <see cref="RehearsalOptions.RunsFolder"/>.</param>
    public static string RunsFolderOf(string rootDirectory, string? given) =>
        Path.GetFullPath(given ?? Path.Combine(rootDirectory, ".stage", "runs"));

    /// <summary>Judges a recorded run again.</summary>
    /// <exception cref="StagingHarness.History.Journal.UnreadableRunException">The folder holds no run that this build can read.</exception>
    public static RehearsalResult Judge(RunFolder folder)
    {
        var record = RunReader.Read(folder);
        return new RehearsalResult(folder, record, Verdicts.Judge.Assess(record));
    }

    /// <summary>As above, with ports that a test has changed.</summary>
    internal static async Task<RehearsalResult> RunAsync(
        ScenarioPlan plan,
        string rootDirectory,
        RehearsalOptions options,
        Func<RunPorts, RunPorts> change,
        CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        RunHooks.Check(plan, options.Hooks.Keys);
        var browser = BrowserChoice.For(plan, options.Browser);
        var secrets = SecretReader.Read(plan.System, rootDirectory, Environment.GetEnvironmentVariable);
        var chooser = new EngineChooser(ImageSettings.From(Environment.GetEnvironmentVariable), new DirectProgress(options.Preparation), time);
        var engine = await chooser.ChooseAsync(options.Engine, plan, cancellationToken);
        var identity = new RunIdentity
        {
            RunId = RunName.Create(plan.Name, time),
            ControlToken = RandomNumberGenerator.GetHexString(32, lowercase: true),
        };
        var folder = new RunFolder(Path.Combine(RunsFolderOf(rootDirectory, options.RunsFolder), identity.RunId));
        Directory.CreateDirectory(folder.Logs);
        KeepSource(plan, rootDirectory, folder, secrets.Values);
        using var stage = new StageComposition(engine, time);
        var ports = change(stage.CreatePorts(rootDirectory, folder, identity) with { Browser = browser });
        var runner = new ScenarioRunner(plan, ports, new RunOptions
        {
            Identity = identity,
            HarnessVersion = HarnessVersion,
            ScenarioRoot = rootDirectory,
            Secrets = secrets,
            Hooks = options.Hooks,
            Preparation = new DirectProgress(options.Preparation),
        });
        var reading = Task.CompletedTask;
        try
        {
            await runner.RunAsync(folder, Observe, cancellationToken);
        }
        finally
        {
            await reading;
        }

        return Judge(folder);

        void Observe(JournalEvent happened)
        {
            options.Observer(happened);

            // After the last step the stage is only taken down.
            if (happened is StepCompleted && happened.Step == plan.Closing[^1].Number)
            {
                reading = JournalReadiness.BeginReadingAsync(folder.Journal);
            }
        }
    }

    /// <summary>Reports show the scenario as it was when it ran, without secrets. One in code has no file of its own.</summary>
    private static void KeepSource(ScenarioPlan plan, string rootDirectory, RunFolder folder, IEnumerable<string> secrets)
    {
        var file = Path.Combine(rootDirectory, plan.File);
        if (Path.GetExtension(file) is not (".yaml" or ".yml") || !File.Exists(file))
        {
            return;
        }

        var redactor = new Redactor();
        foreach (var secret in secrets)
        {
            redactor.Learn(secret);
        }

        File.WriteAllText(folder.Source, redactor.Of(File.ReadAllText(file)));
    }

    /// <summary>Reports on the caller's thread and in order, which <see cref="Progress{T}"/> does not promise.</summary>
    private sealed class DirectProgress(Action<string> action) : IProgress<string>
    {
        public void Report(string value) => action(value);
    }
}
