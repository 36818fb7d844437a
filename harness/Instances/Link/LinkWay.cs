using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace StagingHarness.Link;

/// <summary>One way: what connects to its port is connected to its target. Closed, it keeps its port for when it opens again.</summary>
internal sealed class LinkWay(IPAddress address, DnsEndPoint target, LinkState state, TimeProvider timeProvider) : IDisposable
{
    private static readonly TimeSpan AcceptAgainAfter = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<LinkConnection, bool> _open = new();
    private CancellationTokenSource? _accepting;
    private Socket? _listener;

    /// <summary>Chosen by the system when it is opened for the first time.</summary>
    public int Port { get; private set; }

    /// <exception cref="IOException">The port is taken by somebody else.</exception>
    public void Open()
    {
        if (_listener is not null)
        {
            return;
        }

        _listener = BoundSocket.Listen(new IPEndPoint(address, Port));
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = new CancellationTokenSource();
        _ = AcceptAsync(_listener, _accepting.Token);
    }

    public void Close()
    {
        _accepting?.Cancel();
        _listener?.Dispose();
        _accepting?.Dispose();
        (_listener, _accepting) = (null, null);
    }

    /// <summary>Resets all connections that are open now.</summary>
    public void CutAll()
    {
        foreach (var connection in _open.Keys)
        {
            connection.Cut();
        }
    }

    public void Dispose()
    {
        Close();
        CutAll();
    }

    private async Task AcceptAsync(Socket listener, CancellationToken cancellationToken)
    {
        await Task.Yield();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptAsync(cancellationToken);
                _ = ServeAsync(client);
            }
            catch (SocketException) when (!cancellationToken.IsCancellationRequested)
            {
                // The client went away before it was accepted, or the machine is short of sockets; the second passes.
                await Task.Delay(AcceptAgainAfter, timeProvider, CancellationToken.None);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    /// <summary>Never throws what an end did; a defect of ours ends this one connection, and is written.</summary>
    private async Task ServeAsync(Socket client)
    {
        await Task.Yield();
        state.CountConnection();
        using var connection = new LinkConnection(client, target, state, timeProvider);
        _open[connection] = true;
        try
        {
            await connection.ServeAsync();
        }
#pragma warning disable CA1031 // Nothing is foreseen; the other connections go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"A connection ended by a defect: {exception}");
        }
        finally
        {
            _open.TryRemove(connection, out _);
        }
    }
}
