using HdrHistogram;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Latency;

/// <summary>Collects latencies in a histogram of fixed size (some 200 KB), whatever their number.</summary>
public sealed class LatencyRecorder
{
    private const int SignificantDigits = 3;

    private readonly LongHistogram _histogram = new(1, uint.MaxValue, SignificantDigits);
    private long _max;

    /// <summary>Takes a sample, answered or not: who waited in vain has waited too.</summary>
    public void Record(Sample sample) => Record(sample.LatencyMicroseconds);

    /// <summary>Takes a time in microseconds, such as how late a request was sent.</summary>
    public void Record(uint microseconds)
    {
        _histogram.RecordValue(microseconds);
        _max = Math.Max(_max, microseconds);
    }

    /// <summary>Of what was recorded so far.</summary>
    public LatencySummary Summarize() => _histogram.TotalCount == 0
        ? LatencySummary.Empty
        : new LatencySummary(_histogram.TotalCount, ValueAt(50), ValueAt(95), ValueAt(99), _max);

    public long Count => _histogram.TotalCount;

    /// <summary>Of what was recorded so far, in microseconds; 0 when that is nothing.</summary>
    public long At(Percentile percentile) => Count == 0 ? 0 : ValueAt(percentile.Value);

    /// <summary>The histogram answers with the upper end of a bucket, which may lie above everything recorded.</summary>
    private long ValueAt(double percentile) => Math.Min(_histogram.GetValueAtPercentile(percentile), _max);
}
