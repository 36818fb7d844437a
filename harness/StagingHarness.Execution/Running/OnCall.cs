using StagingHarness.Execution.Stages;

namespace StagingHarness.Execution.Running;

/// <summary>The on-call team: whether it was paged, and when.</summary>
internal sealed class OnCall(RunClock clock)
{
    private readonly TaskCompletionSource paged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan pagedAt;

    /// <summary>Completes with the first page.</summary>
    public Task Paged => paged.Task;

    public bool IsPaged => paged.Task.IsCompleted;

    /// <summary>Real time since the epoch of the first page; zero before it.</summary>
    public TimeSpan PagedAt => IsPaged ? pagedAt : TimeSpan.Zero;

    public void Page()
    {
        if (!IsPaged)
        {
            pagedAt = clock.Elapsed;
            paged.TrySetResult();
        }
    }
}
