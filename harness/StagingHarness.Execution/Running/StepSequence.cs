using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Running;

/// <summary>The order of the steps: the scenario's, the runbook's when a page goes out, and the closing ones in any case.</summary>
internal sealed class StepSequence(ScenarioPlan plan, RunClock clock, OnCall onCall, StepRunner runner, HealthWatch health, IEventSink events)
{
    private CancellationTokenSource? watching;
    private Task healthWatch = Task.CompletedTask;
    private StepFailure? failure;

    /// <exception cref="StepEnvironmentException">A step failed for a reason of the environment.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted, or the stage was lost.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await RunAllAsync(cancellationToken);
        }
        finally
        {
            await watching.CancelAsync();
            await EndHealthWatchAsync();
            watching.Dispose();
        }

        if (failure is { Kind: StepFailureKind.Environment } environment)
        {
            throw new StepEnvironmentException(environment.Reason);
        }
    }

    private async Task RunAllAsync(CancellationToken cancellationToken)
    {
        foreach (var step in plan.Steps)
        {
            await RunScenarioStepAsync(step, cancellationToken);
        }

        foreach (var step in plan.Runbook)
        {
            await RunRunbookStepAsync(step, cancellationToken);
        }

        foreach (var step in plan.Closing)
        {
            await RunClosingStepAsync(step, cancellationToken);
        }
    }

    private async Task RunScenarioStepAsync(StepPlan step, CancellationToken cancellationToken)
    {
        if (failure is not null)
        {
            Skip(step, StepSkipKind.EarlierFailure, "an earlier step failed");
        }
        else if (!await ComesAsync(step, cancellationToken))
        {
            Skip(step, StepSkipKind.RunbookTookOver, "a page went out, and the runbook took over");
        }
        else
        {
            await RunStepAsync(step, cancellationToken);
            if (step is StartTrafficStepPlan && failure is null)
            {
                healthWatch = health.RunAsync(watching!.Token);
            }
        }
    }

    private async Task RunRunbookStepAsync(StepPlan step, CancellationToken cancellationToken)
    {
        if (failure is not null)
        {
            Skip(step, StepSkipKind.EarlierFailure, "an earlier step failed");
        }
        else if (!onCall.IsPaged)
        {
            Skip(step, StepSkipKind.NoPage, "no page went out");
        }
        else
        {
            await RunStepAsync(step, cancellationToken);
        }
    }

    /// <summary>Traffic that flows is stopped and accounted for even after a failure.</summary>
    private async Task RunClosingStepAsync(StepPlan step, CancellationToken cancellationToken)
    {
        if (failure is not null && !(step is StopTrafficStepPlan && runner.TrafficFlows))
        {
            Skip(step, StepSkipKind.EarlierFailure, "an earlier step failed");
            return;
        }

        await RunStepAsync(step, cancellationToken);
    }

    private async Task RunStepAsync(StepPlan step, CancellationToken cancellationToken)
    {
        if (await runner.RunAsync(step, cancellationToken) is { } failed)
        {
            failure ??= failed;
        }
    }

    /// <summary>Waits for the step's moment; false when the runbook takes over before it comes.</summary>
    private async Task<bool> ComesAsync(StepPlan step, CancellationToken cancellationToken)
    {
        if (onCall.IsPaged && !plan.Runbook.IsEmpty)
        {
            return false;
        }

        if (step.Start is not StepStart.AtTime start)
        {
            return true;
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var moment = clock.WaitUntilAsync(clock.ElapsedAt(start.Time), waiting.Token);
        var first = plan.Runbook.IsEmpty ? moment : await Task.WhenAny(moment, onCall.Paged);
        if (first == moment)
        {
            await moment;
            return true;
        }

        await waiting.CancelAsync();
        await moment.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return false;
    }

    private async Task EndHealthWatchAsync()
    {
        try
        {
            await healthWatch;
        }
        catch (OperationCanceledException) when (watching!.IsCancellationRequested)
        {
            // It runs until it is told to end.
        }
    }

    private void Skip(StepPlan step, StepSkipKind kind, string reason) =>
        events.Append(new StepSkipped { Step = step.Number, Kind = kind, Reason = reason });
}
