using System.Collections.Immutable;

namespace StagingHarness.Protocols.Arrivals;

/// <summary>Moments of a recording, replayed over and over.</summary>
public sealed record RecordedArrivals
{
    /// <summary>Microseconds from the first one, never going back.</summary>
    public required ImmutableArray<long> Microseconds { get; init; }

    /// <summary>After so many microseconds the first one comes again.</summary>
    public required long PeriodMicroseconds { get; init; }

    /// <summary>Requests per second on average.</summary>
    public double RatePerSecond => Microseconds.Length * 1e6 / PeriodMicroseconds;

    /// <summary>Microseconds from the first one to the one at that position of the endless sequence.</summary>
    public long Of(long position) =>
        (position / Microseconds.Length * PeriodMicroseconds) + Microseconds[(int)(position % Microseconds.Length)];
}
