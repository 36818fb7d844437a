using StagingHarness.Generator.Scheduling;

namespace StagingHarness.Tests.Generator.Scheduling;

/// <summary>A clock that moves only when somebody waits; it may do something when a moment is reached.</summary>
internal sealed class FakePacer : IPacer
{
    private readonly SortedDictionary<long, Action> _plans = [];

    public long Now { get; set; }

    public void At(long moment, Action action) => _plans.Add(moment, action);

    public void EnterThread()
    {
    }

    public void WaitUntil(long moment)
    {
        while (_plans.Count > 0 && _plans.First() is var (when, action) && when <= moment)
        {
            _plans.Remove(when);
            Now = Math.Max(Now, when);
            action();
        }

        Now = Math.Max(Now, moment);
    }
}
