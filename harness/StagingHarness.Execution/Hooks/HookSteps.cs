using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Hooks;

/// <summary>Runs the hooks of a plan.</summary>
internal sealed class HookSteps(
    Stage stage, ImmutableDictionary<string, Func<HookContext, CancellationToken, Task>> hooks, RunClock clock)
{
    /// <returns>The receipt.</returns>
    /// <exception cref="HookFailedException">It says that the system is not as it should be.</exception>
    /// <exception cref="NoEffectException">It threw something else, or did not end in time.</exception>
    public async Task<string> ExecuteAsync(HookStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var began = clock.Elapsed;
        var isOver = false;
        var notes = 0;
        var context = Context(step, text =>
        {
            if (Volatile.Read(ref isOver))
            {
                throw new InvalidOperationException($"Hook '{step.Hook}' has ended, so it can note nothing any more.");
            }

            Interlocked.Increment(ref notes);
            scope.Append(new Noted { Text = $"hook '{step.Hook}': {text}" });
        });
        try
        {
            await RunAsync(step, context, cancellationToken);
        }
        finally
        {
            Volatile.Write(ref isOver, true);
        }

        scope.Append(new HookRan { Hook = step.Hook, Took = clock.Elapsed - began });
        return notes == 0 ? $"hook '{step.Hook}' ended" : string.Create(CultureInfo.InvariantCulture, $"hook '{step.Hook}' ended, with {notes} {(notes == 1 ? "note" : "notes")}");
    }

    private async Task RunAsync(HookStepPlan step, HookContext context, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(step.AtMost, clock.Time);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            // Code that heeds no token is left behind when its time is over; it cannot be ended from outside.
            await StartAsync(hooks[step.Hook], context, bound.Token).WaitAsync(bound.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new NoEffectException($"Hook '{step.Hook}' did not end within {step.AtMost.TotalSeconds:0.###} s.");
        }
        catch (Exception exception) when (exception is not HookFailedException)
        {
            throw new NoEffectException($"Hook '{step.Hook}' threw {exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>On a thread of its own, so that code that never waits has a deadline too; but where a context gives the turns, time runs by that.</summary>
    private static Task StartAsync(Func<HookContext, CancellationToken, Task> hook, HookContext context, CancellationToken cancellationToken) =>
        SynchronizationContext.Current is null
            ? Task.Run(() => hook(context, cancellationToken), CancellationToken.None)
            : hook(context, cancellationToken);

    private HookContext Context(HookStepPlan step, Action<string> note)
    {
        var gateway = stage.Gateway ?? throw new InvalidOperationException("No gateway runs yet.");
        return new HookContext(
            step.Hook,
            step.Number,
            gateway.Address,
            gateway.Routes,
            [
                .. from server in stage.Servers
                   let run = server.Active
                   where run is not null
                   select new HookInstance(
                       server.Name, server.Service.Name, run.Version.Release, run.Version.Platform, run.Instance.StageAddressOf(ServerRun.Listener)),
            ],
            note);
    }
}
