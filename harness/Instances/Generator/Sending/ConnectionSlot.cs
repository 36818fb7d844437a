namespace StagingHarness.Generator.Sending;

/// <summary>Room for one request in flight: its timer, its buffer and its task are used again for the next one.</summary>
internal sealed class ConnectionSlot : IDisposable
{
    private CancellationTokenSource _timeout = new();

    /// <summary>Takes the bodies of answers, which nobody looks at.</summary>
    public byte[] Buffer { get; } = new byte[8 * 1024];

    /// <summary>The connection of this slot alone, where connections end after some requests; null where they are shared.</summary>
    public CountedConnection? Own { get; set; }

    /// <summary>The request that uses this slot, or the last one that did.</summary>
    public Task Exchange { get; set; } = Task.CompletedTask;

    /// <summary>A token that is cancelled after that long.</summary>
    public CancellationToken BeginTimeout(TimeSpan after)
    {
        if (!_timeout.TryReset())
        {
            _timeout.Dispose();
            _timeout = new CancellationTokenSource();
        }

        _timeout.CancelAfter(after);
        return _timeout.Token;
    }

    public void Dispose()
    {
        _timeout.Dispose();
        Own?.Dispose();
    }
}
