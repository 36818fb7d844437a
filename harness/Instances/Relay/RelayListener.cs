using System.Net.Sockets;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Relay;

namespace StagingHarness.Relay;

/// <summary>Takes connections and serves each by itself, as many as are allowed at a time.</summary>
internal sealed class RelayListener : IDisposable
{
    private static readonly RelayAnswer Full = new()
    {
        Outcome = RelayOutcome.Refused,
        Message = $"it serves {RelayProgram.MostConnections} connections already; close some of them",
    };

    private static readonly TimeSpan AcceptAgainAfter = TimeSpan.FromMilliseconds(20);

    private readonly ControlToken _token;
    private readonly TimeProvider _timeProvider;
    private readonly Socket _socket;
    private int _connections;

    /// <summary>Listens already.</summary>
    /// <exception cref="IOException">The address cannot be bound.</exception>
    public RelayListener(ListenAddress listen, ControlToken token, TimeProvider timeProvider)
    {
        _token = token;
        _timeProvider = timeProvider;
        _socket = new Socket(listen.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _socket.Bind(listen.EndPoint);
            _socket.Listen();
        }
        catch (SocketException exception)
        {
            _socket.Dispose();
            throw new IOException($"Failed to bind to address {listen}: {exception.Message}.", exception);
        }
    }

    /// <summary>Serves until it is told to end; connections may still be open then.</summary>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await _socket.AcceptAsync(cancellationToken);
            }
            catch (SocketException)
            {
                // The client went away between connecting and being accepted, or the machine is short of sockets: neither is
                // a matter of the others, and the second passes.
                await Task.Delay(AcceptAgainAfter, _timeProvider, cancellationToken);
                continue;
            }

            _ = ServeOneAsync(client, cancellationToken);
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Never throws what a client or target did; a defect of ours ends this one connection, and is written.</summary>
    private async Task ServeOneAsync(Socket client, CancellationToken cancellationToken)
    {
        await Task.Yield();
        using var owned = client;
        try
        {
            if (Interlocked.Increment(ref _connections) > RelayProgram.MostConnections)
            {
                // Answered unheard: what waits for a hello is a connection too.
                await client.SendAsync(Full.ToMessage(), cancellationToken);
                return;
            }

            await new RelayConnection(client, _token, _timeProvider).ServeAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // The client went away, or was too slow, or the relay ends.
        }
#pragma warning disable CA1031 // Nothing else is foreseen; the other connections go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"A connection ended by a defect: {exception}");
        }
        finally
        {
            Interlocked.Decrement(ref _connections);
        }
    }
}
