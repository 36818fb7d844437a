using System.Net;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Sending;

/// <summary>Sends requests over connections that are kept, or closed after as many requests as the order says.</summary>
internal sealed class Connections : IDisposable
{
    private readonly GeneratorOrder _order;
    private readonly RoutedConnector _connector;
    private readonly HttpMessageInvoker _shared;

    public Connections(GeneratorOrder order)
    {
        _order = order;
        _connector = new RoutedConnector(order.Routes);
        _shared = new HttpMessageInvoker(CreateHandler(order.Connections, static () => { }));
    }

    /// <summary>Connections that stood.</summary>
    public long Opened => _connector.Opened;

    public Task<HttpResponseMessage> SendAsync(ConnectionSlot slot, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_order.RequestsPerConnection > 1)
        {
            slot.Own ??= new CountedConnection(opened => CreateHandler(1, opened), _order.RequestsPerConnection);
            return slot.Own.SendAsync(request, cancellationToken);
        }

        if (_order.RequestsPerConnection == 1)
        {
            request.Headers.ConnectionClose = true;
        }

        return _shared.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _shared.Dispose();

    private SocketsHttpHandler CreateHandler(int connections, Action opened) => new()
    {
        MaxConnectionsPerServer = connections,
        ConnectTimeout = _order.Timeout,

        // Of no age: a connection is closed behind its request, also where the server would keep it.
        PooledConnectionLifetime = _order.RequestsPerConnection == 1 ? TimeSpan.Zero : Timeout.InfiniteTimeSpan,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var stream = await _connector.ConnectAsync(context, cancellationToken);
            opened();
            return stream;
        },
    };
}
