using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Running;

/// <summary>The order of the steps: the scenario's, the runbook's when a page goes out, and the closing ones in any case.</summary>
internal sealed class StepSequence(
    ScenarioPlan plan, RunClock clock, OnCall onCall, Gates gates, StepRunner runner, RunWatches watches, LifeWatch lives, IEventSink events)
{
    private readonly Queue<StepPlan> open = new(plan.AllSteps());
    private StepFailure? failure;

    /// <exception cref="StepEnvironmentException">A step failed for a reason of the environment.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted, or the stage was lost; no step is left unmentioned.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAllAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            SkipOpen();
            throw;
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

        // A gate that has led the way back leaves the on-call team nothing to do; one that only stopped leaves it all.
        if (gates.RefusedBy is not { Otherwise: GateOtherwise.RollBack })
        {
            onCall.TakeOverIfPaged();
        }

        foreach (var step in plan.Runbook)
        {
            await RunRunbookStepAsync(step, cancellationToken);
        }

        foreach (var step in plan.Closing)
        {
            await RunClosingStepAsync(step, cancellationToken);
        }

        // What broke beside the last step must not go unnoticed.
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task RunScenarioStepAsync(StepPlan step, CancellationToken cancellationToken)
    {
        if (failure is not null)
        {
            Skip(step, StepSkipKind.EarlierFailure, "an earlier step failed");
        }
        else if (gates.RefusedBy is { } refused && !IsWayBackOf(refused, step))
        {
            Skip(step, StepSkipKind.GateRefused, $"gate {refused.Number} refused");
        }
        else if (gates.RefusedBy is null && !await ComesBeforePageAsync(step, cancellationToken))
        {
            Skip(step, StepSkipKind.RunbookTookOver, "a page went out, and the runbook took over");
        }
        else if (gates.RefusedBy is null && step is RevertStepPlan { OnRefusal: true })
        {
            Skip(step, StepSkipKind.GatePassed, "the gate did not refuse");
        }
        else
        {
            if (step is StartTrafficStepPlan)
            {
                await watches.BeforeTrafficBeginsAsync(cancellationToken);
            }

            await RunStepAsync(step, cancellationToken);
            if (step is StartTrafficStepPlan && failure is null)
            {
                watches.Start();
            }
        }
    }

    private async Task RunRunbookStepAsync(StepPlan step, CancellationToken cancellationToken)
    {
        if (failure is not null)
        {
            Skip(step, StepSkipKind.EarlierFailure, "an earlier step failed");
        }
        else if (!onCall.HasTakenOver && gates.RefusedBy is { Otherwise: GateOtherwise.RollBack } refused)
        {
            Skip(step, StepSkipKind.GateRefused, $"gate {refused.Number} refused, and led the way back");
        }
        else if (!onCall.HasTakenOver)
        {
            Skip(step, StepSkipKind.NoPage, "no page went out");
        }
        else
        {
            await clock.WaitUntilAsync(MomentOf(step), cancellationToken);
            await RunStepAsync(step, cancellationToken);
        }
    }

    /// <summary>The planner puts a gate's way back right behind it.</summary>
    private bool IsWayBackOf(GateStepPlan gate, StepPlan step) =>
        step is RevertStepPlan { OnRefusal: true } && plan.Steps.IndexOf(step) == plan.Steps.IndexOf(gate) + 1;

    /// <summary>Traffic that flows is stopped and accounted for even after a failure, and what it wrote with it.</summary>
    private async Task RunClosingStepAsync(StepPlan step, CancellationToken cancellationToken)
    {
        if (failure is not null && !runner.MustCome(step))
        {
            Skip(step, StepSkipKind.EarlierFailure, "an earlier step failed");
            return;
        }

        await clock.WaitUntilAsync(MomentOf(step), cancellationToken);
        if (step is StopTrafficStepPlan)
        {
            await watches.BeforeTrafficEndsAsync();
        }

        await RunStepAsync(step, cancellationToken);
    }

    private async Task RunStepAsync(StepPlan step, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Close(step);
        if (await runner.RunAsync(step, cancellationToken) is { } failed)
        {
            failure ??= failed;
        }
    }

    /// <summary>Waits for the step's moment; false when the runbook takes over before it comes.</summary>
    private async Task<bool> ComesBeforePageAsync(StepPlan step, CancellationToken cancellationToken)
    {
        var moment = MomentOf(step);
        if (!plan.Runbook.IsEmpty)
        {
            return await onCall.WaitUntilAsync(moment, cancellationToken);
        }

        await clock.WaitUntilAsync(moment, cancellationToken);
        return true;
    }

    /// <summary>Real time since the epoch before which the step does not begin; zero when it follows the one above it.</summary>
    private TimeSpan MomentOf(StepPlan step) => step.Start switch
    {
        StepStart.AfterPrevious => TimeSpan.Zero,
        StepStart.AtTime start => clock.ElapsedAt(start.Time),
        _ => throw new InvalidOperationException($"Step {step.Number} begins in a way that nothing knows: {step.Start.GetType().Name}."),
    };

    private void Skip(StepPlan step, StepSkipKind kind, string reason)
    {
        foreach (var left in Close(step))
        {
            events.Append(new StepSkipped { Step = left.Number, Kind = kind, Reason = reason });
        }
    }

    /// <summary>The step and what it is made of are open no more.</summary>
    private ImmutableArray<StepPlan> Close(StepPlan step)
    {
        ImmutableArray<StepPlan> all = [.. ParallelStepPlan.Flat([step])];
        foreach (var _ in all)
        {
            open.Dequeue();
        }

        return all;
    }

    private void SkipOpen()
    {
        while (open.TryPeek(out var step))
        {
            if (lives.Lost is null)
            {
                Skip(step, StepSkipKind.Interrupted, "the run was interrupted");
            }
            else
            {
                Skip(step, StepSkipKind.EarlierFailure, "the stage was lost");
            }
        }
    }
}
