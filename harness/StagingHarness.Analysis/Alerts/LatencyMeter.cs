using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Alerts;

/// <summary>A percentile of the latency over a window, in milliseconds: the smallest that so large a share of them does not exceed.</summary>
internal sealed class LatencyMeter(LatencyAlertPlan rule, TimeSpan over) : AlertMeter
{
    private readonly SlidingWindow<TimeSpan> _latencies = new(over);

    public override void Take(in Sample sample) => _latencies.Add(sample.Done, sample.Latency);

    public override AlertReading Read(TimeSpan now)
    {
        TimeSpan[] sorted = [.. _latencies.Until(now).Select(answer => answer.Item).Order()];
        var rank = (int)Math.Ceiling(sorted.Length * rule.Percentile.Value / 100);
        var value = sorted.Length == 0 ? 0 : sorted[Math.Clamp(rank - 1, 0, sorted.Length - 1)].TotalMilliseconds;
        return new AlertReading(value, rule.Above.TotalMilliseconds, sorted.Length, rule.MinimumSamples);
    }
}
