using System.Globalization;
using StagingHarness.Analysis.Latency;
using StagingHarness.Analysis.Wording;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Analysis.Generators;

/// <summary>How well the traffic was sent, and what a generator found out about itself, in words.</summary>
public static class GeneratorWords
{
    /// <summary><c>woke up 0.022 ms late (median of 200; worst 0.310 ms)</c>.</summary>
    public static string Of(PacerLateness lateness) => string.Create(
        CultureInfo.InvariantCulture,
        $"woke up {lateness.MedianNanoseconds / 1e6:0.000} ms late (median of {lateness.Waits}; worst {lateness.WorstNanoseconds / 1e6:0.000} ms)");

    /// <summary><c>0.02 ms (p50), 0.41 ms (p99), 0.9 ms (latest); 0 of 2,022 (0 %) dropped</c>: how late requests left, and what never did.</summary>
    public static string OfSending(GeneratorFigures figures)
    {
        var late = figures.Lateness;
        var sent = late.Count == 0 ? "nothing was sent" : $"{Late(late, late.P50)} (p50), {Late(late, late.P99)} (p99), {Late(late, late.Max)} (latest)";
        return figures.Totals is { } totals ? $"{sent}; {Figures.PartOf(totals.Dropped, totals.Scheduled)} dropped" : sent;
    }

    /// <summary>One of the figures of lateness, in microseconds; <c>-</c> where nothing was sent.</summary>
    public static string Late(LatencySummary lateness, long microseconds) =>
        lateness.Count == 0 ? "-" : Figures.Milliseconds(TimeSpan.FromMicroseconds(microseconds));

    /// <summary>What that means where timers are coarse; null where they are not.</summary>
    public static string? WarningOf(PacerLateness lateness) => lateness.IsCoarse
        ? "timers on this machine are coarse, so latencies at low rates hold that much of it"
        : null;
}
