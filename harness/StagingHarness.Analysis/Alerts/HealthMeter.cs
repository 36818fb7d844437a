using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Alerts;

/// <summary>The share of health checks that were not answered 200, over a window and of all servers.</summary>
internal sealed class HealthMeter(ShareAlertPlan rule, TimeSpan over) : AlertMeter
{
    private const int Healthy = 200;

    private readonly SlidingWindow<bool> _green = new(over);

    public override void Take(JournalEvent happened)
    {
        if (happened is HealthObserved read)
        {
            _green.Add(read.At, read.Status == Healthy);
        }
    }

    public override AlertReading Read(TimeSpan now)
    {
        var checks = _green.Until(now);
        return new AlertReading(WrongMeter.Share(checks), rule.Above.Value, checks.Count, rule.MinimumSamples);
    }
}
