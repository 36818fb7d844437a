namespace StagingHarness.Protocols.Arrivals;

/// <summary>
/// A Poisson process: gaps drawn from the exponential distribution, stretched by the rate at each moment (the inverse of the count so far
/// turns a process of rate 1 into one of any rate; E. Cinlar, Introduction to Stochastic Processes, 1975).
/// </summary>
internal sealed class PoissonSequence(RateCurve curve, long seed) : ArrivalSequence
{
    private SplitMix64 _draws = new((ulong)seed);
    private double _position;

    public override long Next()
    {
        _position -= Math.Log(Draw());
        return curve.NanosecondsOf(_position);
    }

    /// <summary>More than 0 and at most 1.</summary>
    private double Draw() => ((_draws.Next() >> 11) + 1) * (1.0 / (1L << 53));
}
