namespace StagingHarness.Link;

/// <summary>Hands out the time of one direction: a piece may go on when all before it have had their share of it, and it its own.</summary>
internal sealed class Pacer
{
    private long _busyUntil;

    /// <summary>The reading of the clock at which a piece is through.</summary>
    /// <param name="ready">When it could go on if nothing were in its way.</param>
    /// <param name="bytes">Its length.</param>
    /// <param name="bytesPerSecond">What passes in a second.</param>
    /// <param name="ticksPerSecond">Of the clock.</param>
    public long Reserve(long ready, int bytes, long bytesPerSecond, long ticksPerSecond)
    {
        _busyUntil = Math.Max(_busyUntil, ready) + (long)((double)bytes / bytesPerSecond * ticksPerSecond);
        return _busyUntil;
    }
}
