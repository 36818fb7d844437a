namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>Real time, but something happens when the first short pause begins.</summary>
internal sealed class PauseHook(Action onFirstPause) : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    private int _pauses;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < Short && dueTime > TimeSpan.Zero && Interlocked.Increment(ref _pauses) == 1)
        {
            onFirstPause();
        }

        return base.CreateTimer(callback, state, dueTime, period);
    }
}
