using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>Knows which faults are open. Whatever way the run ends, it lets all of them go, the last one first.</summary>
internal sealed class FaultRegister(FaultSurroundings around, IEventSink events)
{
    /// <summary>Of each; what does not let go in that time is told of, and the next one follows.</summary>
    private static readonly TimeSpan UndoWithin = TimeSpan.FromSeconds(10);

    private ImmutableList<(FaultPlan Plan, IFault Fault)> open = [];

    /// <returns>The proof of its effect.</returns>
    /// <exception cref="NoEffectException">It has none.</exception>
    public async Task<string> BeginAsync(FaultPlan plan, TimeSpan proveWithin, StepScope scope, CancellationToken cancellationToken)
    {
        var fault = FaultFactory.Create(plan, around);

        // Registered before it begins: what is cancelled half-way through must be undone as well.
        open = open.Add((plan, fault));
        scope.Append(new FaultBegan { Fault = plan });
        await fault.BeginAsync(scope, cancellationToken);
        var proof = await fault.ProveAsync(proveWithin, scope, cancellationToken);
        scope.Append(new FaultProved { Fault = plan.Name, Proof = proof });
        return proof;
    }

    /// <returns>What was seen at its end; null when it is not open.</returns>
    /// <exception cref="NoEffectException">What it broke is not whole.</exception>
    public async Task<string?> HealAsync(string name, StepScope scope, CancellationToken cancellationToken)
    {
        if (open.FindLast(entry => entry.Plan.Name == name) is not { Fault: { } fault } entry)
        {
            return null;
        }

        var outcome = await fault.HealAsync(scope, cancellationToken);
        open = open.Remove(entry);
        scope.Append(new FaultEnded { Fault = name, Ending = FaultEnding.Healed, Outcome = outcome });
        return outcome;
    }

    /// <returns>What was seen at the end of each, the last one first.</returns>
    /// <exception cref="NoEffectException">What one broke is not whole.</exception>
    public async Task<ImmutableArray<string>> HealAllAsync(StepScope scope, CancellationToken cancellationToken)
    {
        var outcomes = ImmutableArray.CreateBuilder<string>();
        while (!open.IsEmpty)
        {
            var name = open[^1].Plan.Name;
            outcomes.Add($"'{name}': {await HealAsync(name, scope, cancellationToken)}");
        }

        return outcomes.ToImmutable();
    }

    /// <summary>The run ends. Each is let go, also when another one cannot be.</summary>
    /// <exception cref="AggregateException">Some could not be let go, and why.</exception>
    public async Task UndoAllAsync()
    {
        var problems = new List<Exception>();
        foreach (var (plan, fault) in open.Reverse())
        {
            using var deadline = new CancellationTokenSource(UndoWithin, around.Clock.Time);
            try
            {
                await fault.UndoAsync(deadline.Token);
                events.Append(new FaultEnded { Fault = plan.Name, Ending = FaultEnding.Undone, Outcome = "the run ended, and what the fault held was let go" });
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested)
            {
                problems.Add(new TimeoutException($"fault '{plan.Name}' did not let go within {UndoWithin.TotalSeconds:0} s."));
            }
#pragma warning disable CA1031 // Whatever it is, the other faults must still be let go; it is told of at the end.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                problems.Add(exception);
            }
        }

        open = [];
        if (problems.Count > 0)
        {
            throw new AggregateException(problems);
        }
    }
}
