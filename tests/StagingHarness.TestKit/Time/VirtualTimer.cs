namespace StagingHarness.TestKit.Time;

/// <summary>A timer of <see cref="VirtualTime"/>.</summary>
internal sealed class VirtualTimer(VirtualTime time, Action callback) : ITimer
{
    private int setting;
    private TimeSpan period = Timeout.InfiniteTimeSpan;
    private bool isSet;

    public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
    {
        setting++;
        period = newPeriod;
        isSet = dueTime != Timeout.InfiniteTimeSpan;
        if (isSet)
        {
            time.Schedule(this, setting, dueTime);
        }

        return true;
    }

    public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>False once it was set anew or disposed.</summary>
    internal bool Holds(int scheduled) => isSet && scheduled == setting;

    internal void Fire()
    {
        Change(period, period);
        callback();
    }
}
