using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Alerts;

/// <summary>What the server that uses most uses over a window: of one processor, between its first and last reading; of its memory, on average.</summary>
internal sealed class UsageMeter(ShareAlertPlan rule, TimeSpan over) : AlertMeter
{
    private readonly SlidingWindow<UsageObserved> _readings = new(over);

    public override void Take(JournalEvent happened)
    {
        if (happened is UsageObserved read)
        {
            _readings.Add(read.At, read);
        }
    }

    public override AlertReading Read(TimeSpan now)
    {
        // A server that was started again counts its time anew.
        var servers = _readings.Until(now)
            .Select(reading => reading.Item)
            .GroupBy(reading => (reading.Instance, reading.Generation))
            .Select(same => same.ToArray())
            .ToArray();
        var shares = servers.Where(readings => readings.Length >= rule.MinimumSamples).Select(Used).DefaultIfEmpty(0);
        return new AlertReading(shares.Max(), rule.Above.Value, servers.Select(readings => readings.Length).DefaultIfEmpty(0).Max(), rule.MinimumSamples);
    }

    private double Used(UsageObserved[] readings)
    {
        if (rule.Measure == AlertMeasure.Memory)
        {
            return readings.Average(reading => (double)reading.MemoryBytes / reading.MemoryLimitBytes);
        }

        var passed = readings[^1].At - readings[0].At;
        return passed > TimeSpan.Zero ? (readings[^1].ProcessorTime - readings[0].ProcessorTime) / passed : 0;
    }
}
