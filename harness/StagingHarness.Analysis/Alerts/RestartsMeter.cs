using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Alerts;

/// <summary>
/// Restarts of servers over a window, as an orchestrator counts them: deaths, and starts of the version that ran there before, unless they
/// follow a death. An upgrade is no restart. Its samples are the servers that were started so far; what is told before its time waits for it.
/// </summary>
internal sealed class RestartsMeter(RestartsAlertPlan rule, TimeSpan over) : AlertMeter
{
    private readonly SlidingWindow<string> _restarts = new(over);
    private readonly PriorityQueue<JournalEvent, (TimeSpan At, long Order)> _coming = new();
    private readonly Dictionary<string, ServerVersion?> _versions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dead = new(StringComparer.Ordinal);
    private long _told;

    public override void Take(JournalEvent happened)
    {
        if (happened is InstanceStarted or InstanceDied)
        {
            _coming.Enqueue(happened, (happened.At, _told++));
        }
    }

    public override AlertReading Read(TimeSpan now)
    {
        while (_coming.TryPeek(out var happened, out var turn) && turn.At <= now)
        {
            _coming.Dequeue();
            Count(happened);
        }

        return new AlertReading(_restarts.Until(now).Count, rule.Above, _versions.Count, rule.MinimumSamples);
    }

    private void Count(JournalEvent happened)
    {
        switch (happened)
        {
            case InstanceStarted { Service: not null } started:
                var follows = _dead.Remove(started.Instance);
                if (!follows && _versions.TryGetValue(started.Instance, out var before) && before == started.Version)
                {
                    _restarts.Add(started.At, started.Instance);
                }

                _versions[started.Instance] = started.Version;
                break;
            case InstanceDied died when _versions.ContainsKey(died.Instance):
                _dead.Add(died.Instance);
                _restarts.Add(died.At, died.Instance);
                break;
        }
    }
}
