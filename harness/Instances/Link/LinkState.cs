using StagingHarness.Protocols.Link;

namespace StagingHarness.Link;

/// <summary>What the link does to all that passes it, and what it has counted. Every connection looks here for each piece that it carries.</summary>
internal sealed class LinkState(TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly Pacer _toTarget = new();
    private readonly Pacer _toClient = new();
    private LinkDisturbance _disturbance = LinkDisturbance.None;
    private Random _chance = new(0);
    private long _connections;
    private long _delayedPieces;
    private long _delayedBytes;
    private long _pacedBytes;
    private long _cut;

    public LinkDisturbance Disturbance
    {
        get
        {
            lock (_lock)
            {
                return _disturbance;
            }
        }
    }

    /// <summary>Counts the changes of the disturbance: bytes of a connection are counted anew with each.</summary>
    public int Era { get; private set; }

    public void Set(LinkDisturbance disturbance)
    {
        lock (_lock)
        {
            _disturbance = disturbance;
            Era++;

            // Reproducible on purpose: the seed stands in the plan of the run.
#pragma warning disable CA5394
            _chance = new Random(disturbance.Seed);
#pragma warning restore CA5394
        }
    }

    /// <summary>When a piece that came now may go on, as a reading of the clock.</summary>
    /// <param name="bytes">Its length.</param>
    /// <param name="isAnswer">It goes from the target to the client.</param>
    public long Release(int bytes, bool isAnswer)
    {
        lock (_lock)
        {
            var now = timeProvider.GetTimestamp();
            var released = now;
            if (isAnswer && _disturbance.Delay > TimeSpan.Zero)
            {
                released += Ticks(DelayWithJitter());
                _delayedPieces++;
                _delayedBytes += bytes;
            }

            if (_disturbance.BytesPerSecond is not { } rate)
            {
                return released;
            }

            var paced = (isAnswer ? _toClient : _toTarget).Reserve(released, bytes, rate, timeProvider.TimestampFrequency);
            _pacedBytes += paced > released ? bytes : 0;
            return paced;
        }
    }

    public void CountConnection()
    {
        lock (_lock)
        {
            _connections++;
        }
    }

    public void CountCut()
    {
        lock (_lock)
        {
            _cut++;
        }
    }

    public LinkReading Read()
    {
        lock (_lock)
        {
            return new LinkReading
            {
                Disturbance = _disturbance,
                Connections = _connections,
                DelayedPieces = _delayedPieces,
                DelayedBytes = _delayedBytes,
                PacedBytes = _pacedBytes,
                Cut = _cut,
            };
        }
    }

    private TimeSpan DelayWithJitter()
    {
#pragma warning disable CA5394 // As above.
        var share = (_chance.NextDouble() * 2) - 1;
#pragma warning restore CA5394
        var delay = _disturbance.Delay + (_disturbance.Jitter * share);
        return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
    }

    private long Ticks(TimeSpan duration) => (long)(duration.TotalSeconds * timeProvider.TimestampFrequency);
}
