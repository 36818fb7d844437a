namespace StagingHarness.TestKit.Time;

/// <summary>Time that stands still until it is told to jump to the next timer. For one thread: see <see cref="VirtualLoop"/>.</summary>
public sealed class VirtualTime : TimeProvider
{
    private readonly PriorityQueue<(VirtualTimer Timer, int Setting), (TimeSpan Due, long Order)> timers = new();
    private long order;

    /// <summary>Passed since the beginning.</summary>
    public TimeSpan Now { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2023, 5, 13, 13, 50, 0, TimeSpan.Zero) + Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Jumps to the moment of the next timer, and fires it; false when there is none.</summary>
    public bool TryJump()
    {
        while (timers.TryDequeue(out var next, out var due))
        {
            if (next.Timer.Holds(next.Setting))
            {
                Now = due.Due > Now ? due.Due : Now;
                next.Timer.Fire();
                return true;
            }
        }

        return false;
    }

    internal void Schedule(VirtualTimer timer, int setting, TimeSpan after) => timers.Enqueue((timer, setting), (Now + after, order++));
}
