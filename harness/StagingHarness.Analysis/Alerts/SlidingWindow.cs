namespace StagingHarness.Analysis.Alerts;

/// <summary>What happened in the last stretch of real time: (now - length, now]. What is told before its time waits for it.</summary>
internal sealed class SlidingWindow<T>(TimeSpan length)
{
    private readonly PriorityQueue<T, TimeSpan> _coming = new();
    private readonly Queue<(TimeSpan At, T Item)> _inside = new();

    public void Add(TimeSpan at, T item) => _coming.Enqueue(item, at);

    /// <summary>Moves on; moments come in their order.</summary>
    public IReadOnlyCollection<(TimeSpan At, T Item)> Until(TimeSpan now)
    {
        while (_coming.TryPeek(out var item, out var at) && at <= now)
        {
            _coming.Dequeue();
            _inside.Enqueue((at, item));
        }

        while (_inside.TryPeek(out var oldest) && oldest.At <= now - length)
        {
            _inside.Dequeue();
        }

        return _inside;
    }
}
