using StagingHarness.History.Events;

namespace StagingHarness.Execution.Running;

/// <summary>Of steps that ran at the same time, some failed; what became of each stands in the journal already.</summary>
internal sealed class ParallelFailedException(StepFailureKind kind, string message) : Exception(message)
{
    /// <summary>Of the one that speaks for all.</summary>
    public StepFailureKind Kind { get; } = kind;
}
