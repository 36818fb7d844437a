using System.Collections.Immutable;

namespace StagingHarness.Protocols.Arrivals;

/// <summary>When requests are due. Harness and generator count them by the same sequence, see <see cref="ArrivalSequence.Of"/>.</summary>
public sealed record ArrivalOrder
{
    /// <summary>How the rate changes; empty when it never does.</summary>
    public required ImmutableArray<RateStretch> Stretches { get; init; }

    /// <summary>Requests per second behind the stretches.</summary>
    public required double Then { get; init; }

    /// <summary>Each comes by chance, independent of all others, and the rate is what comes on average; else they are evenly spaced.</summary>
    public required bool IsPoisson { get; init; }

    /// <summary>What is replayed instead; null when nothing is.</summary>
    public RecordedArrivals? Recorded { get; init; }

    /// <summary>Requests per second at the beginning; of what is replayed, on average.</summary>
    public double RateAtFirst => Recorded is { } recorded ? recorded.RatePerSecond : Stretches.IsEmpty ? Then : Stretches[0].From;

    /// <summary>The rates, where nothing is replayed.</summary>
    public RateCurve ToCurve() => new(Stretches, Then);

    public static ArrivalOrder Evenly(double perSecond) => new() { Stretches = [], Then = perSecond, IsPoisson = false };
}
