using System.Runtime.InteropServices;
using StagingHarness.Analysis.Steps;
using StagingHarness.Execution.Checks;
using StagingHarness.Execution.Detection;
using StagingHarness.Execution.Faults;
using StagingHarness.Execution.Hooks;
using StagingHarness.Execution.Jobs;
using StagingHarness.Execution.Ledgers;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Redaction;
using StagingHarness.History.Runs;
using StagingHarness.History.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Running;

/// <summary>
/// Carries out a plan and writes the journal of it. It judges nothing: what it leaves behind is a run folder.
/// </summary>
public sealed class ScenarioRunner
{
    private static readonly TimeSpan PreparationDeadline = TimeSpan.FromMinutes(15);

    private readonly ScenarioPlan plan;
    private readonly RunPorts ports;
    private readonly RunOptions options;
    private readonly RunClock clock;
    private readonly RecordSoFar record;
    private readonly Redactor redactor = new();

    public ScenarioRunner(ScenarioPlan plan, RunPorts ports, RunOptions options)
    {
        this.plan = plan;
        this.ports = ports;
        this.options = options;
        clock = new RunClock(ports.Time, plan.Clock);
        record = new RecordSoFar(plan);
        Learn([options.Identity.ControlToken, .. options.Secrets.Values]);
    }

    /// <summary>
    /// Runs the plan to its end, whatever that is, and disposes the engine. The run folder must exist and be empty.
    /// It throws only when the journal itself cannot be written.
    /// </summary>
    /// <param name="folder">Where the record of the run is written.</param>
    /// <param name="observer">Sees every event after it was written, in order; it must return quickly.</param>
    /// <param name="cancellationToken">Interrupts the run: it cleans up, and ends as aborted.</param>
    public async Task RunAsync(RunFolder folder, Action<JournalEvent> observer, CancellationToken cancellationToken)
    {
        var cleanUp = new CleanUp(ports.Time);
        using var journal = await BeginAsync(folder, observer, cleanUp);
        var events = new JournalSink(journal);
        using var lives = new LifeWatch(events);
        var (ending, cause) = await RunStageAsync(folder, lives, cleanUp, events, cancellationToken);
        lives.Close();
        await cleanUp.AttemptAsync("The stage", DisposeEngineAsync);
        await cleanUp.AttemptAsync("An instance", lives.EndAsync);
        await cleanUp.AttemptAsync("Taking secrets out of the logs", () => CleanLogs(folder));
        events.Append(new RunEnded { Ending = ending, Cause = cause, LeftBehind = [.. ports.Engine.LeftBehind, .. cleanUp.Problems] });
    }

    /// <summary>Done when it returns: given up half-way, it would leave secrets behind.</summary>
    private Task CleanLogs(RunFolder folder)
    {
        LogRedaction.Apply(folder.Logs, redactor);
        return Task.CompletedTask;
    }

    private void Learn(IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            redactor.Learn(secret);
        }
    }

    /// <summary>Opens the journal with its first event; the engine is disposed also when that cannot be written.</summary>
    private async Task<JournalWriter> BeginAsync(RunFolder folder, Action<JournalEvent> observer, CleanUp cleanUp)
    {
        JournalWriter? journal = null;
        try
        {
            journal = new JournalWriter(folder.Journal, () => clock.Elapsed, written => Observe(written, observer), redactor);
            journal.Append(new RunStarted
            {
                FormatVersion = JournalFormat.Version,
                RunId = options.Identity.RunId,
                StartedAt = ports.Time.GetUtcNow() - clock.Elapsed,
                HarnessVersion = options.HarnessVersion,
                Engine = ports.Engine.Identity.Name,
                EngineReason = ports.Engine.Identity.Reason,
                EngineVersion = ports.Engine.Identity.Version,
                EngineNotices = ports.Engine.Identity.Notices,
                Host = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}",
                Plan = plan,
            });
            return journal;
        }
        catch
        {
            journal?.Dispose();
            await cleanUp.AttemptAsync("The stage", DisposeEngineAsync);
            throw;
        }
    }

    private void Observe(JournalEvent written, Action<JournalEvent> observer)
    {
        record.Add(written);
        observer(written);
    }

    private Task DisposeEngineAsync() => ports.Engine.DisposeAsync().AsTask();

    private async Task<(RunEnding Ending, string? Cause)> RunStageAsync(
        RunFolder folder, LifeWatch lives, CleanUp cleanUp, IEventSink events, CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lives.StageLost);
        try
        {
            using var samples = new SampleFileWriter(folder.Samples);
            RunHooks.Check(plan, options.Hooks.Keys);
            await PrepareAsync(events, bound.Token);
            foreach (var member in ports.Engine.Members)
            {
                lives.WatchMember(member);
            }

            await RunStepsAsync(folder, samples, lives, cleanUp, events, bound.Token);
            return (RunEnding.Completed, null);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && IsInterruption(exception))
        {
            return (RunEnding.Aborted, "The run was interrupted.");
        }
        catch (OperationCanceledException) when (lives.Defect is { } defect)
        {
            return (RunEnding.InternalError, defect.ToString());
        }
        catch (OperationCanceledException) when (lives.Lost is { } lost)
        {
            return (RunEnding.EnvironmentFailed, lost);
        }
        catch (Exception exception) when (exception is EnvironmentException or StepEnvironmentException)
        {
            return (RunEnding.EnvironmentFailed, exception.Message);
        }
#pragma warning disable CA1031 // The last line of defence: a defect of ours must end in the journal, with everything cleaned up.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (RunEnding.InternalError, exception.ToString());
        }
    }

    /// <summary>Whoever is interrupted may report the trouble that this made instead; a defect stays a defect.</summary>
    private static bool IsInterruption(Exception exception) =>
        exception is OperationCanceledException or EnvironmentException or StepEnvironmentException;

    private async Task PrepareAsync(IEventSink events, CancellationToken cancellationToken)
    {
        var progress = new ObservedProgress(options.Preparation);
        using var deadline = new CancellationTokenSource(PreparationDeadline, ports.Time);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            foreach (var artifact in await ports.Engine.PrepareAsync(UsedArtifacts.Of(plan), progress, bound.Token))
            {
                events.Append(new ArtifactPrepared
                {
                    Artifact = artifact.Id,
                    Digest = artifact.Digest,
                    FromCache = artifact.FromCache,
                    Took = artifact.Took,
                });
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new PreparationGivenUpException(PreparationDeadline, progress.Last);
        }
    }

    private void TellOfEvents(LiveDetection detection, AlertWatch alerts, PageCalls pages)
    {
        record.Tell(alerts.OnEvent);
        record.Tell(pages.OnEvent);
        record.Tell(happened =>
        {
            if (happened is RoutesChanged routes)
            {
                detection.OnRoutes(routes);
            }
        });
    }

    private async Task RunStepsAsync(
        RunFolder folder, SampleFileWriter samples, LifeWatch lives, CleanUp cleanUp, IEventSink events, CancellationToken cancellationToken)
    {
        var secrets = RunSecrets.Create(plan, options.Secrets, ports.Time.GetUtcNow());
        Learn([.. secrets.All]);
        var stage = new Stage(plan);
        var onCall = new OnCall(clock);
        var detection = new LiveDetection(plan.Detection, fired => DetectionDuty.OnFired(fired, plan.Alerting, events, onCall));
        var alerts = new AlertWatch(plan, clock, onCall, lives, events);
        var pages = new PageCalls(plan, options.Identity.RunId, stage, clock, lives, events);
        TellOfEvents(detection, alerts, pages);
        var live = new LiveTraffic(samples, detection, alerts, events, record, EndStateWindow.Of(plan));
        var links = new StageLinks(plan, ports.Engine, ports.Link, options.Identity, lives);
        var values = new OrderValues(stage, secrets, plan.System.Provider);
        var needed = new NeededAddresses(stage, links);
        var starter = new ServerStarter(ports.Engine, ports.Probe, clock, stage, values, needed, new SettingsDigest(options.ScenarioRoot), lives, links);
        var faults = new FaultRegister(
            new FaultSurroundings { Stage = stage, Starter = starter, Links = links, Probe = ports.Probe, Lives = lives, Clock = clock },
            events);
        var credentials = new CredentialHeaders(plan, stage, secrets);
        var traffic = new TrafficControl(plan, stage, clock, credentials, secrets, live, samples, lives, events);
        var watches = new RunWatches(
            new HealthWatch(stage, ports.Probe, clock, lives, events), new UsageWatch(plan.Alerting, stage, clock, lives, events), alerts, pages,
            new BrowserWatch(plan.Traffic.Browser ?? [], ports.Browser, stage, credentials, secrets, clock, lives, folder, redactor, events));
        var duty = new DetectionDuty(detection, clock);
        var gates = new Gates(plan, record, clock);
        var steps = new StepRunner(
            events,
            clock,
            onCall,
            new StageBuilder(plan, ports, options.Identity, secrets, stage, starter, lives, links),
            traffic,
            pages,
            new Measurements(plan, stage, starter, clock, live, record, onCall, gates),
            stage,
            new VersionSteps(stage, starter, clock, onCall, duty),
            gates,
            duty,
            new LedgerClosing(plan, stage, credentials, ports.Probe, clock, folder),
            lives,
            new FaultSteps(faults, clock),
            new CheckSteps(stage, ports.Probe, clock),
            new JobRun(plan.System, ports.Engine, values, needed, clock),
            new HookSteps(stage, options.Hooks, clock));
        try
        {
            await new StepSequence(plan, clock, onCall, gates, steps, watches, lives, events).RunAsync(cancellationToken);
        }
        finally
        {
            await cleanUp.AttemptAsync("A fault", faults.UndoAllAsync);
            await cleanUp.AttemptAsync("The watches", () => watches.DisposeAsync().AsTask());
            await cleanUp.AttemptAsync("The traffic", () => traffic.DisposeAsync().AsTask());
        }
    }
}
