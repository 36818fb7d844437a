namespace StagingHarness.Protocols.Arrivals;

/// <summary>
/// Draws by SplitMix64 (G. Steele, D. Lea, C. Flood, 2014): the same in every version of the runtime, which promises that of no generator of its own.
/// </summary>
/// <param name="seed">The same seed gives the same draws.</param>
public struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next of all 2^64 values.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>0 or more and below the bound, which is small against 2^64.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);
}
