using StagingHarness.Protocols.Arrivals;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>Which requests a server answers wrongly: each by a draw of its own, so that wrong answers come by chance and independent of each other.</summary>
/// <param name="seed">The same seed gives the same draws, one request after the other.</param>
internal sealed class WrongAnswers(ulong seed)
{
    private readonly Lock _lock = new();
    private SplitMix64 _draws = new(seed);
    private double _share;

    /// <summary>Share of requests, 0 to 1, that are answered wrongly from now on.</summary>
    public double Share
    {
        get => Volatile.Read(ref _share);
        set => Volatile.Write(ref _share, value);
    }

    /// <summary>Draws for one request.</summary>
    public bool Next()
    {
        var share = Share;
        if (share <= 0)
        {
            return false;
        }

        lock (_lock)
        {
            // 53 bits: 0 or more, and less than 1.
            return (_draws.Next() >> 11) * (1.0 / (1L << 53)) < share;
        }
    }
}
