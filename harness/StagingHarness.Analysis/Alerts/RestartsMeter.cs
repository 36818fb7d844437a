using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Alerts;

/// <summary>
/// Restarts of servers over a window, as an orchestrator counts them: deaths, and starts of the version that ran there before, unless they
/// follow a death. An upgrade is no restart. Its samples are the servers that were started so far.
/// </summary>
internal sealed class RestartsMeter(RestartsAlertPlan rule, TimeSpan over) : AlertMeter
{
    private readonly SlidingWindow<string> _restarts = new(over);
    private readonly Dictionary<string, ServerVersion?> _versions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dead = new(StringComparer.Ordinal);

    public override void Take(JournalEvent happened)
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

    public override AlertReading Read(TimeSpan now) =>
        new(_restarts.Until(now).Count, rule.Above, _versions.Count, rule.MinimumSamples);
}
