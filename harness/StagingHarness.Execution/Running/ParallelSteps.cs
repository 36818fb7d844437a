using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Running;

/// <summary>
/// Runs steps at the same time. They take turns and never run at the same instant, so that they may share what one step at a time shares: the servers,
/// the register of faults, detection.
/// </summary>
/// <param name="run">Runs one of them, as if it stood alone.</param>
internal sealed class ParallelSteps(Func<StepPlan, CancellationToken, Task<StepFailure?>> run)
{
    /// <returns>The receipt.</returns>
    /// <exception cref="ParallelFailedException">Some failed; all have ended.</exception>
    public async Task<string> ExecuteAsync(ParallelStepPlan step, CancellationToken cancellationToken)
    {
        // Where a context gives the turns already, it is the one that time runs by.
        var turns = SynchronizationContext.Current is null
            ? new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler
            : TaskScheduler.FromCurrentSynchronizationContext();
        var running = step.Steps
            .Select(child => Task.Factory.StartNew(() => run(child, cancellationToken), CancellationToken.None, TaskCreationOptions.DenyChildAttach, turns).Unwrap())
            .ToList();
        await Together.WhenAllAsync(running);
        var failed = step.Steps.Zip(running, (child, task) => (child.Number, Failure: task.Result)).Where(each => each.Failure is not null).ToList();
        if (failed.Count == 0)
        {
            return $"{string.Join(", ", step.Steps.Select(child => child.Number))} are done";
        }

        var first = failed.Find(each => each.Failure!.Kind == StepFailureKind.Environment).Failure ?? failed[0].Failure!;
        throw new ParallelFailedException(first.Kind, $"{string.Join(" and ", failed.Select(each => $"Step {each.Number}"))} failed: {first.Reason}");
    }
}
