using System.Globalization;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Analysis.Generators;

/// <summary>What a generator found out about itself, in words.</summary>
public static class GeneratorWords
{
    /// <summary><c>woke up 0.022 ms late (median of 200; worst 0.310 ms)</c>.</summary>
    public static string Of(PacerLateness lateness) => string.Create(
        CultureInfo.InvariantCulture,
        $"woke up {lateness.MedianNanoseconds / 1e6:0.000} ms late (median of {lateness.Waits}; worst {lateness.WorstNanoseconds / 1e6:0.000} ms)");

    /// <summary>What that means where timers are coarse; null where they are not.</summary>
    public static string? WarningOf(PacerLateness lateness) => lateness.IsCoarse
        ? "timers on this machine are coarse, so latencies at low rates hold that much of it"
        : null;
}
