using StagingHarness.Generator.Scheduling;

namespace StagingHarness.Tests.Generator.Scheduling;

/// <summary>
/// A server behind so many connections, which answers within a time of its own and stands still for a stretch: what is on its way then, and what
/// comes meanwhile, is answered when it goes on.
/// </summary>
internal sealed class PausingSender : ISender
{
    private readonly FakePacer _pacer;
    private readonly PriorityQueue<int, long> _connections = new();

    public PausingSender(FakePacer pacer, int connections)
    {
        _pacer = pacer;
        _connections.EnqueueRange(Enumerable.Range(0, connections), 0);
    }

    public required long ServiceTime { get; init; }

    public required long PausedFrom { get; init; }

    public required long PausedUntil { get; init; }

    public List<(long Due, long Sent, long Done)> Exchanges { get; } = [];

    public bool TryBegin(long sequence, long due, long patience, CancellationToken cancellationToken)
    {
        _connections.TryPeek(out var connection, out var free);
        if (free > _pacer.Now + patience)
        {
            _pacer.WaitUntil(_pacer.Now + patience);
            return false;
        }

        _pacer.WaitUntil(free);
        var sent = _pacer.Now;
        var isHeldUp = sent + ServiceTime > PausedFrom && sent < PausedUntil;
        var done = (isHeldUp ? PausedUntil : sent) + ServiceTime;
        _connections.DequeueEnqueue(connection, done);
        Exchanges.Add((due, sent, done));
        return true;
    }
}
