using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Alerts;

/// <summary>How many times too fast errors use up a budget: the slower of two windows, since both must be too fast.</summary>
internal sealed class BurnRateMeter(BurnRateAlertPlan rule, TimeSpan over, TimeSpan and) : AlertMeter
{
    private readonly SlidingWindow<bool> _long = new(over);
    private readonly SlidingWindow<bool> _short = new(and);

    public override void Take(in Sample sample)
    {
        _long.Add(sample.Done, sample.Right);
        _short.Add(sample.Done, sample.Right);
    }

    public override AlertReading Read(TimeSpan now)
    {
        var (far, near) = (_long.Until(now), _short.Until(now));
        var share = Math.Min(WrongMeter.Share(far), WrongMeter.Share(near));
        return new AlertReading(share / (1 - rule.Objective.Value), rule.Above, Math.Min(far.Count, near.Count), rule.MinimumSamples);
    }
}
