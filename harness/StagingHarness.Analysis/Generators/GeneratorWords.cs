using System.Globalization;
using StagingHarness.Analysis.Wording;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Analysis.Generators;

/// <summary>What a generator found out about itself, in words.</summary>
public static class GeneratorWords
{
    /// <summary><c>woke up 0.022 ms late (median of 200; worst 0.310 ms)</c>.</summary>
    public static string Of(PacerLateness lateness) => string.Create(
        CultureInfo.InvariantCulture,
        $"woke up {lateness.MedianNanoseconds / 1e6:0.000} ms late (median of {lateness.Waits}; worst {lateness.WorstNanoseconds / 1e6:0.000} ms)");

    /// <summary><c>0.02 ms (p50), 0.41 ms (p99), 0.9 ms (latest); 0 of 2,022 (0 %) dropped</c>: how late requests left, and what never did. Null when nothing was sent.</summary>
    public static string? OfSending(GeneratorFigures figures)
    {
        var late = figures.Lateness;
        var dropped = figures.Totals is { } totals ? $"; {Figures.PartOf(totals.Dropped, totals.Scheduled)} dropped" : "";
        return late.Count == 0 ? null : $"{Told(late.P50)} (p50), {Told(late.P99)} (p99), {Told(late.Max)} (latest){dropped}";
    }

    /// <summary>What that means where timers are coarse; null where they are not.</summary>
    public static string? WarningOf(PacerLateness lateness) => lateness.IsCoarse
        ? "timers on this machine are coarse, so latencies at low rates hold that much of it"
        : null;

    private static string Told(long microseconds) => Figures.Milliseconds(TimeSpan.FromMicroseconds(microseconds));
}
