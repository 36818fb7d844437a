namespace StagingHarness.Protocols.Arrivals;

/// <summary>
/// A Poisson process: gaps drawn from the exponential distribution, stretched by the rate at each moment (the inverse of the count so far
/// turns a process of rate 1 into one of any rate; E. Cinlar, Introduction to Stochastic Processes, 1975).
/// </summary>
internal sealed class PoissonSequence(RateCurve curve, long seed) : ArrivalSequence
{
    private ulong _state = (ulong)seed;
    private double _position;

    public override long Next()
    {
        _position -= Math.Log(Draw());
        return curve.NanosecondsOf(_position);
    }

    /// <summary>
    /// More than 0 and at most 1, by SplitMix64 (G. Steele, D. Lea, C. Flood, 2014): the same in every version of the runtime, which promises
    /// that of no generator of its own.
    /// </summary>
    private double Draw()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            mixed ^= mixed >> 31;
            return ((mixed >> 11) + 1) * (1.0 / (1L << 53));
        }
    }
}
