using StagingHarness.Analysis.Latency;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Json;

/// <summary>How well the traffic was sent, for programs.</summary>
internal static class SendingFigures
{
    private const decimal Microseconds = 1_000_000;
    private const decimal Nanoseconds = 1_000_000_000;

    /// <summary>Null when no traffic flowed; what is not known of it is null.</summary>
    public static object? Of(JudgedRun run) => run.Generator is not { } figures ? null : new
    {
        figures.Generators,
        figures.Totals?.Scheduled,
        figures.Totals?.Answered,
        figures.Totals?.Unanswered,
        figures.Totals?.Dropped,
        SentLate = figures.Lateness.Count == 0 ? null : Of(figures.Lateness),
        SelfCheck = figures.SelfCheck is not { } check ? null : new
        {
            check.Waits,
            MedianSeconds = check.MedianNanoseconds / Nanoseconds,
            WorstSeconds = check.WorstNanoseconds / Nanoseconds,
            check.IsCoarse,
        },
    };

    private static object Of(LatencySummary lateness) => new
    {
        Requests = lateness.Count,
        P50Seconds = lateness.P50 / Microseconds,
        P99Seconds = lateness.P99 / Microseconds,
        MaxSeconds = lateness.Max / Microseconds,
    };
}
