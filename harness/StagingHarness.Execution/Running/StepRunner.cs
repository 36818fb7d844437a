using StagingHarness.Execution.Checks;
using StagingHarness.Execution.Faults;
using StagingHarness.Execution.Hooks;
using StagingHarness.Execution.Jobs;
using StagingHarness.Execution.Ledgers;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Running;

/// <summary>Runs one step: waits for its moment, has it done within its deadline, records its receipt or its failure.</summary>
internal sealed class StepRunner(
    IEventSink events,
    RunClock clock,
    OnCall onCall,
    StageBuilder builder,
    TrafficControl traffic,
    PageCalls pages,
    Measurements measurements,
    Stage stage,
    VersionSteps versions,
    Gates gates,
    DetectionDuty detection,
    LedgerClosing ledger,
    LifeWatch lives,
    FaultSteps faults,
    CheckSteps checks,
    JobRun jobs,
    HookSteps hooks)
{
    /// <summary>True for a closing step that a failure before it does not spare: what flows is stopped, what was written is counted.</summary>
    public bool MustCome(StepPlan closing) => closing switch
    {
        StopTrafficStepPlan => traffic.IsFlowing,
        ReadLedgerStepPlan => traffic.IsAccounted,
        _ => false,
    };

    /// <returns>Null when the step is done, or why it failed.</returns>
    /// <exception cref="OperationCanceledException">The run was interrupted, or the stage was lost.</exception>
    public async Task<StepFailure?> RunAsync(StepPlan step, CancellationToken cancellationToken)
    {
        var scope = new StepScope(step.Number, events);
        var scripted = clock.ToReal(step.Takes);

        // An acknowledgement takes its time from the page on, not from when the harness came round to it.
        var from = step is AcknowledgeStepPlan && onCall.PagedAt is { } pagedAt ? pagedAt : clock.Elapsed;
        scope.Append(new StepStarted { Sentence = step.Sentence });
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var deadline = new CancellationTokenSource(step.Deadline + scripted, clock.Time);
        using var registration = deadline.Token.Register(bound.Cancel);
        try
        {
            var receipt = await ExecuteAsync(step, scope, bound.Token);
            var done = clock.Elapsed;
            if (step is not WatchStepPlan)
            {
                // A watch keeps its own time: a page ends it early.
                await clock.WaitUntilAsync(from + scripted, bound.Token);
            }

            var took = clock.Elapsed - from;
            scope.Append(new StepCompleted
            {
                Receipt = receipt,
                Took = took,
                Scripted = scripted,
                Overrun = scripted > TimeSpan.Zero && done - from > scripted ? done - from - scripted : TimeSpan.Zero,
            });
            return null;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Fail(scope, StepFailureKind.Environment,
                $"Step {step.Number} was given up after {(step.Deadline + scripted).TotalSeconds:0.#} s; the last observation was: {scope.LastObservation}.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (lives.Lost is { } lost)
            {
                Fail(scope, lives.Defect is null ? StepFailureKind.Environment : StepFailureKind.Internal, lost);
            }

            throw;
        }
        catch (Exception exception)
        {
            var kind = Classify(step, exception);
            var failure = Fail(scope, kind, exception.Message);
            if (kind == StepFailureKind.Internal)
            {
                throw;
            }

            return failure;
        }
    }

    private static StepFailureKind Classify(StepPlan step, Exception exception) => exception switch
    {
        BaselineNotMetException => StepFailureKind.Baseline,
        ParallelFailedException parallel => parallel.Kind,
        NoEffectException => StepFailureKind.NoEffect,
        CheckNotMetException or HookFailedException => StepFailureKind.CheckNotMet,
        JobFailedException => StepFailureKind.Job,
        InstanceDiedException or InstanceGoneException when step is VersionStepPlan or FaultStepPlan or HealStepPlan => StepFailureKind.StartUp,
        IStartFailure when step is VersionStepPlan or FaultStepPlan or HealStepPlan => StepFailureKind.NotStarted,
        InstanceGoneException when step is StartStageStepPlan => StepFailureKind.Environment,
        InstanceGoneException => StepFailureKind.NoEffect,
        EnvironmentException => StepFailureKind.Environment,
        _ => StepFailureKind.Internal,
    };

    private static StepFailure Fail(StepScope scope, StepFailureKind kind, string reason)
    {
        scope.Append(new StepFailed { Kind = kind, Reason = reason });
        return new StepFailure(kind, reason);
    }

    private async Task<string> ExecuteAsync(StepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case StartStageStepPlan:
                return await builder.ExecuteAsync(scope, cancellationToken);
            case StartTrafficStepPlan:
                return await traffic.StartAsync(scope, cancellationToken);
            case BaselineStepPlan baseline:
                var met = await measurements.BaselineAsync(baseline, scope, cancellationToken);
                detection.Arm(scope, "the baseline was met");
                return met;
            case VersionStepPlan version:
                return await versions.ExecuteAsync(version, scope, cancellationToken);
            case GateStepPlan gate:
                return await gates.DecideAsync(gate, scope, cancellationToken);
            case WatchStepPlan watch:
                return await measurements.WatchAsync(watch, cancellationToken);
            case FaultStepPlan fault:
                return await faults.ExecuteAsync(fault, scope, cancellationToken);
            case HealStepPlan heal:
                return await faults.HealAsync(heal, scope, cancellationToken);
            case ProviderStepPlan change:
                var changed = await new ProviderChange(stage).ExecuteAsync(change, scope, cancellationToken);
                return change.RenewTokens ? $"{changed}; {await traffic.RenewNowAsync(cancellationToken)}" : changed;
            case WaitStepPlan wait:
                return await checks.WaitAsync(wait, scope, cancellationToken);
            case ProbeStepPlan probe:
                return await checks.ProbeAsync(probe, scope, cancellationToken);
            case JobStepPlan job:
                return await jobs.ExecuteAsync(job, scope, cancellationToken);
            case ParallelStepPlan parallel:
                return await new ParallelSteps(RunAsync).ExecuteAsync(parallel, cancellationToken);
            case HookStepPlan hook:
                return await hooks.ExecuteAsync(hook, scope, cancellationToken);
            case AcknowledgeStepPlan:
                var pagedAt = onCall.PagedAt ?? throw new NoEffectException("No page went out, so there is nothing to acknowledge.");
                await clock.WaitUntilAsync(pagedAt + clock.ToReal(step.Takes), cancellationToken);
                scope.Append(new PageAcknowledged { By = "on-call team (scripted)" });
                return "the page is acknowledged";
            case DecideStepPlan:
                await clock.WaitAsync(clock.ToReal(step.Takes), cancellationToken);
                return "the decision is made";
            case VerifyStepPlan verify:
                return await measurements.VerifyAsync(verify, scope, cancellationToken);
            case StopTrafficStepPlan:
                detection.Disarm();
                var stopped = await traffic.StopAsync(scope, cancellationToken);
                await ReadProviderAsync(scope, cancellationToken);
                await pages.CloseAsync(scope, cancellationToken);
                return stopped;
            case ReadLedgerStepPlan:
                return await ledger.ExecuteAsync(scope, cancellationToken);
            default:
                throw new InvalidOperationException($"Step {step.Number} is of a kind that nothing runs: {step.GetType().Name}.");
        }
    }

    private async Task ReadProviderAsync(StepScope scope, CancellationToken cancellationToken)
    {
        if (stage.Provider is { } provider)
        {
            var reading = await provider.ReadAsync(cancellationToken);
            scope.Append(new ProviderRead
            {
                Calls = reading.Calls,
                Unmatched = reading.Unmatched,
                UnmatchedCount = reading.UnmatchedCount,
                NearMisses = reading.NearMisses.IsEmpty ? null : reading.NearMisses,
                StubErrors = reading.StubErrors,
                BrokenOff = reading.BrokenOff,
            });
        }
    }
}
