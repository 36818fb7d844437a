namespace StagingHarness.Generator.Scheduling;

/// <summary>
/// Where there is no absolute sleep: waits on the operating system's timer until shortly before the moment and yields the
/// processor for the rest. It costs more processor time, and a coarse timer (16 ms on some systems) can still make it late;
/// late sending is measured like any other, never hidden.
/// </summary>
internal sealed class PortablePacer(long epochTimestamp) : IPacer
{
    private const long YieldedNanoseconds = 2_000_000;

    private readonly EpochClock _clock = new(epochTimestamp);
    private readonly object _never = new();

    public long Now => _clock.Now;

    public void EnterThread()
    {
    }

    public void WaitUntil(long moment)
    {
        var asleep = (moment - Now - YieldedNanoseconds) / 1_000_000;
        if (asleep > 0)
        {
            lock (_never)
            {
                Monitor.Wait(_never, (int)Math.Min(asleep, int.MaxValue));
            }
        }

        while (Now < moment)
        {
            Thread.Yield();
        }
    }
}
