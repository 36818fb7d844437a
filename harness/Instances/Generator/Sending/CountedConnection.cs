namespace StagingHarness.Generator.Sending;

/// <summary>A connection that one slot uses alone, so that its requests can be counted.</summary>
internal sealed class CountedConnection(Func<Action, SocketsHttpHandler> createHandler, int requestsAtMost) : IDisposable
{
    private HttpMessageInvoker? _invoker;
    private int _used;
    private bool _isClosing;

    /// <summary>Closes the connection behind the last request that it may carry.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _invoker ??= new HttpMessageInvoker(createHandler(() => _used = _isClosing ? 0 : 1));
        _used++;
        _isClosing = _used >= requestsAtMost;
        if (_isClosing)
        {
            request.Headers.ConnectionClose = true;
            _used = 0;
        }

        return _invoker.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _invoker?.Dispose();
}
