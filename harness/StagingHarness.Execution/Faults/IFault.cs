using StagingHarness.Execution.Stages;

namespace StagingHarness.Execution.Faults;

/// <summary>Something that is broken on purpose: begun, proved, ended.</summary>
internal interface IFault
{
    /// <summary>Breaks it. What was begun before this failed, or was cancelled, is let go by <see cref="UndoAsync"/>.</summary>
    /// <exception cref="NoEffectException">There is nothing that could be broken.</exception>
    Task BeginAsync(StepScope scope, CancellationToken cancellationToken);

    /// <summary>Waits until the effect shows.</summary>
    /// <returns>What was seen.</returns>
    /// <exception cref="NoEffectException">It does not show in time.</exception>
    Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken);

    /// <summary>Makes whole what it broke, and sees that it is.</summary>
    /// <returns>What was seen.</returns>
    /// <exception cref="NoEffectException">It is not whole.</exception>
    Task<string> HealAsync(StepScope scope, CancellationToken cancellationToken);

    /// <summary>Lets go of what it holds, and no more: the run ends, and the stage is taken down.</summary>
    Task UndoAsync(CancellationToken cancellationToken);
}
