using System.Net;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Sending;

/// <summary>
/// Sends requests over connections that are kept, or closed after as many requests as the order says. What is not HTTP/2 goes the way of plain
/// HTTP/1.1, of which nothing else is asked because there is HTTP/2.
/// </summary>
internal sealed class Connections : IDisposable
{
    private readonly GeneratorOrder _order;
    private readonly RoutedConnector _connector;
    private readonly HttpMessageInvoker _shared;
    private readonly SharedConnections? _multiplexed;

    public Connections(GeneratorOrder order)
    {
        _order = order;
        _connector = new RoutedConnector(order.Routes);
        _shared = new HttpMessageInvoker(CreateHandler(order.Connections * order.RequestsAtATime, static () => { }, closes: order.RequestsPerConnection == 1));
        _multiplexed = order.Http == ClientHttp.Http2
            ? new SharedConnections(
                () => new HttpMessageInvoker(CreateHandler(1, static () => { })), order.Connections, order.RequestsAtATime, order.RequestsPerConnection)
            : null;
    }

    /// <summary>Connections that stood.</summary>
    public long Opened => _connector.Opened;

    public Task<HttpResponseMessage> SendAsync(ConnectionSlot slot, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_multiplexed is not null && request.Version == HttpVersion.Version20)
        {
            return _multiplexed.SendAsync(request, cancellationToken);
        }

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

    public void Dispose()
    {
        _shared.Dispose();
        _multiplexed?.Dispose();
    }

    /// <summary>A handler that knows no CA takes those of the machine, so the trust of the order is set also where it is empty and nothing is secured.</summary>
    private SocketsHttpHandler CreateHandler(int connections, Action opened, bool closes = false) => new()
    {
        MaxConnectionsPerServer = connections,
        ConnectTimeout = _order.Timeout,
        SslOptions = Trust.Of(_order.TrustedRoots),

        // Of no age: a connection is closed behind its request, also where the server would keep it.
        PooledConnectionLifetime = closes ? TimeSpan.Zero : Timeout.InfiniteTimeSpan,
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
