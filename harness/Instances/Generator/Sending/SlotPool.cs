namespace StagingHarness.Generator.Sending;

/// <summary>As many slots as connections are allowed.</summary>
internal sealed class SlotPool : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Stack<ConnectionSlot> _free;
    private readonly SemaphoreSlim _count;
    private readonly int _size;

    public SlotPool(int size)
    {
        _size = size;
        _count = new SemaphoreSlim(size, size);
        _free = new Stack<ConnectionSlot>(Enumerable.Range(0, size).Select(_ => new ConnectionSlot()));
    }

    /// <summary>A free slot, waited for on the calling thread; null when none was free in time.</summary>
    public ConnectionSlot? Take(TimeSpan patience, CancellationToken cancellationToken)
    {
        return _count.Wait(Milliseconds(patience), cancellationToken) ? Pop() : null;
    }

    /// <summary>As above, and no thread is held meanwhile.</summary>
    public async Task<ConnectionSlot?> TakeAsync(TimeSpan patience, CancellationToken cancellationToken) =>
        await _count.WaitAsync(Milliseconds(patience), cancellationToken) ? Pop() : null;

    public void Return(ConnectionSlot slot)
    {
        lock (_lock)
        {
            _free.Push(slot);
        }

        _count.Release();
    }

    /// <summary>Waits until every slot is free and every exchange has ended.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        try
        {
            while (taken < _size)
            {
                await _count.WaitAsync(cancellationToken);
                taken++;
            }

            await Task.WhenAll(_free.Select(slot => slot.Exchange));
        }
        finally
        {
            if (taken > 0)
            {
                _count.Release(taken);
            }
        }
    }

    public void Dispose()
    {
        _count.Dispose();
        foreach (var slot in _free)
        {
            slot.Dispose();
        }
    }

    /// <summary>Rounded up: a patience below the timer's millisecond is still some patience.</summary>
    private static int Milliseconds(TimeSpan patience) => (int)Math.Min(Math.Ceiling(patience.TotalMilliseconds), int.MaxValue);

    private ConnectionSlot Pop()
    {
        lock (_lock)
        {
            return _free.Pop();
        }
    }
}
