namespace StagingHarness.Analysis.Latency;

/// <summary>
/// Latency of a set of requests in microseconds, from the scheduled moment to the whole answer or to giving up; or how late they were
/// sent. Percentiles are exact to one part in a thousand (three significant digits), the largest is exact; all are 0 when the set is empty.
/// </summary>
public sealed record LatencySummary(long Count, long P50, long P95, long P99, long Max)
{
    public static LatencySummary Empty { get; } = new(0, 0, 0, 0, 0);
}
