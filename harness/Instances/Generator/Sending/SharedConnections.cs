namespace StagingHarness.Generator.Sending;

/// <summary>
/// HTTP/2: requests are given to a fixed number of connections in turn, and one that is full is passed over. A connection that has carried as many
/// requests as it may makes room for another; HTTP/2 has no word for the last request of a connection, so it is closed when its answers have begun,
/// which lets them come to their end.
/// </summary>
/// <param name="create">Makes what opens one connection, at the first request.</param>
/// <param name="count">So many connections.</param>
/// <param name="atATime">So many requests at a time on each.</param>
/// <param name="requestsAtMost">So many on each until it is closed; 0 keeps it.</param>
internal sealed class SharedConnections(Func<HttpMessageInvoker> create, int count, int atATime, int requestsAtMost) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SharedConnection?[] _connections = new SharedConnection?[count];
    private int _turn;

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var connection = Take();
        try
        {
            return await connection.Invoker.SendAsync(request, cancellationToken);
        }
        finally
        {
            GiveBack(connection);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var connection in _connections)
            {
                connection?.Invoker.Dispose();
            }
        }
    }

    private SharedConnection Take()
    {
        lock (_lock)
        {
            var chosen = _turn;
            for (var tried = 0; tried < count && _connections[chosen]?.Awaited >= atATime; tried++)
            {
                chosen = (chosen + 1) % count;
            }

            _turn = (chosen + 1) % count;
            var connection = _connections[chosen] ??= new SharedConnection(create());
            connection.Used++;
            connection.Awaited++;
            if (connection.Used == requestsAtMost)
            {
                connection.IsRetired = true;
                _connections[chosen] = null;
            }

            return connection;
        }
    }

    private void GiveBack(SharedConnection connection)
    {
        bool isOver;
        lock (_lock)
        {
            connection.Awaited--;
            isOver = connection.IsRetired && connection.Awaited == 0;
        }

        if (isOver)
        {
            connection.Invoker.Dispose();
        }
    }
}
