using StagingHarness.Generator.Scheduling;

namespace StagingHarness.Tests.Generator.Scheduling;

/// <summary>Wakes up late each time, and once much later.</summary>
internal sealed class LatePacer(long usually, long once) : IPacer
{
    private int _waits;

    public long Now { get; private set; }

    public void EnterThread()
    {
    }

    public void WaitUntil(long moment) => Now = moment + (++_waits == 77 ? once : usually);
}
