using System.Collections.Immutable;
using StagingHarness.Analysis.Latency;
using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Runs;

namespace StagingHarness.Analysis.Columns;

/// <summary>The traffic, cut into columns of equal width: what a chart with so many pixels can show.</summary>
public sealed record TrafficColumns
{
    /// <summary>Widths that people read easily; columns begin at multiples of theirs.</summary>
    private static readonly ImmutableArray<double> Widths = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 86400];

    public required TimeSpan Width { get; init; }

    /// <summary>In order, only those in which requests were due.</summary>
    public required ImmutableArray<TrafficColumn> All { get; init; }

    /// <summary>A second each, or more where there would be more than so many.</summary>
    public static TrafficColumns Of(RunAnalysis analysis, int most)
    {
        var samples = analysis.SamplesByDue;
        var length = samples.IsEmpty ? TimeSpan.Zero : samples[^1].Due - samples[0].Due;
        var width = TimeSpan.FromSeconds(Widths.FirstOrDefault(width => length.TotalSeconds / width <= most - 1, Widths[^1]));
        var columns = ImmutableArray.CreateBuilder<TrafficColumn>();
        for (var index = 0; index < samples.Count;)
        {
            var from = TimeSpan.FromTicks(samples[index].Due.Ticks / width.Ticks * width.Ticks);
            var end = samples.FirstSince(from + width);
            columns.Add(Measure(from, from + width, new SampleRange(samples, index, end)));
            index = end;
        }

        return new TrafficColumns { Width = width, All = columns.ToImmutable() };
    }

    private static TrafficColumn Measure(TimeSpan from, TimeSpan until, SampleRange due)
    {
        var latencies = new long[due.Count];
        var wrong = new SignatureCounts();
        for (var index = 0; index < due.Count; index++)
        {
            latencies[index] = due[index].LatencyMicroseconds;
            wrong.Add(due[index]);
        }

        return new TrafficColumn
        {
            From = from,
            Until = until,
            Requests = due.Count,
            Right = due.Count - wrong.Total,
            Latency = Summarize(latencies),
            Wrong = wrong.ToImmutable(),
        };
    }

    /// <summary>Exact, by rank: a column holds few requests, and there are many columns.</summary>
    private static LatencySummary Summarize(long[] latencies)
    {
        Array.Sort(latencies);
        return latencies.Length == 0
            ? LatencySummary.Empty
            : new LatencySummary(latencies.Length, Ranked(latencies, 0.5), Ranked(latencies, 0.95), Ranked(latencies, 0.99), latencies[^1]);
    }

    private static long Ranked(long[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
