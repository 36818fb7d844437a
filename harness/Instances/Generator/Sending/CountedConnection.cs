namespace StagingHarness.Generator.Sending;

/// <summary>A connection that one slot uses alone, so that its requests can be counted.</summary>
internal sealed class CountedConnection(Func<Action, SocketsHttpHandler> createHandler, int requestsAtMost) : IDisposable
{
    private HttpMessageInvoker? _invoker;
    private bool _isLast;
    private int _used;

    /// <summary>The last request that the connection may carry says so to the server; whoever keeps it open nevertheless, the next request opens another.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_used >= requestsAtMost)
        {
            _invoker?.Dispose();
            _invoker = null;
            _used = 0;
        }

        _invoker ??= new HttpMessageInvoker(createHandler(OnOpened));
        _used++;
        _isLast = _used >= requestsAtMost;
        if (_isLast)
        {
            request.Headers.ConnectionClose = true;
        }

        return _invoker.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _invoker?.Dispose();

    /// <summary>Also in place of one that the server has closed too early: then the request on its way is the first of another.</summary>
    private void OnOpened() => _used = _isLast ? requestsAtMost : 1;
}
