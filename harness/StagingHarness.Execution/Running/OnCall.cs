using StagingHarness.Execution.Stages;

namespace StagingHarness.Execution.Running;

/// <summary>The on-call team: whether it was paged, when, and whether it has taken over.</summary>
internal sealed class OnCall(RunClock clock)
{
    /// <summary>
    /// How often a wait asks for a page. Asking, rather than being told, keeps the steps off the thread that brings the
    /// samples; nothing is measured by it, since the page and what follows from it count from when it went out.
    /// </summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly Lock gate = new();
    private TimeSpan? pagedAt;

    /// <summary>Real time since the epoch of the first page; null before it.</summary>
    public TimeSpan? PagedAt
    {
        get
        {
            lock (gate)
            {
                return pagedAt;
            }
        }
    }

    public bool IsPaged => PagedAt is not null;

    /// <summary>
    /// True when the runbook is what follows the scenario's steps. Decided once, when they are over: a page that goes out later
    /// is a fact for the verdict, and starts no half of a runbook.
    /// </summary>
    public bool HasTakenOver { get; private set; }

    /// <summary>The on-call team is paged; it comes once.</summary>
    public void Page()
    {
        lock (gate)
        {
            pagedAt ??= clock.Elapsed;
        }
    }

    public void TakeOverIfPaged() => HasTakenOver = IsPaged;

    /// <summary>Waits for a moment of real time since the epoch.</summary>
    /// <returns>False when a page goes out first.</returns>
    public async Task<bool> WaitUntilAsync(TimeSpan elapsed, CancellationToken cancellationToken)
    {
        while (!IsPaged)
        {
            var now = clock.Elapsed;
            if (now >= elapsed)
            {
                return true;
            }

            await clock.WaitUntilAsync(elapsed - now > Look ? now + Look : elapsed, cancellationToken);
        }

        return false;
    }
}
