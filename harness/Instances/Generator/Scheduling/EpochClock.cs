using System.Diagnostics;

namespace StagingHarness.Generator.Scheduling;

/// <summary>The machine's monotonic clock, counted from the run's epoch.</summary>
internal sealed class EpochClock(long epochTimestamp)
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Nanoseconds from the epoch.</summary>
    public long Now => ToNanoseconds(Stopwatch.GetTimestamp() - epochTimestamp);

    /// <summary>Ticks of a clock that counts nanoseconds are taken as they are; others are converted without overflow.</summary>
    private static long ToNanoseconds(long ticks) => Stopwatch.Frequency == NanosecondsPerSecond
        ? ticks
        : (long)((Int128)ticks * NanosecondsPerSecond / Stopwatch.Frequency);
}
