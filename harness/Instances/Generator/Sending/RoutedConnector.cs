using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Sending;

/// <summary>Opens connections where routes lead, and to where the URL says where there is none.</summary>
internal sealed class RoutedConnector
{
    private readonly FrozenDictionary<(string Host, int Port), IPEndPoint> _routes;

    private long _opened;

    public RoutedConnector(ImmutableArray<GeneratorRoute> routes) => _routes = routes
        .DistinctBy(KeyOf)
        .ToFrozenDictionary(KeyOf, route => IPEndPoint.Parse(route.At));

    /// <summary>Connections that stood.</summary>
    public long Opened => Interlocked.Read(ref _opened);

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var asked = context.DnsEndPoint;
        EndPoint target = _routes.TryGetValue(KeyOf(asked.Host, asked.Port), out var at) ? at : asked;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellationToken);
            Interlocked.Increment(ref _opened);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static (string Host, int Port) KeyOf(GeneratorRoute route) => KeyOf(route.Host, route.Port);

    private static (string Host, int Port) KeyOf(string host, int port) => (host.ToLowerInvariant(), port);
}
