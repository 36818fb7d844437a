using System.Net;
using System.Net.Sockets;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Relay;

namespace StagingHarness.Relay;

/// <summary>One client: its hello, the answer, then bytes both ways.</summary>
internal sealed class RelayConnection(Socket client, ControlToken token, TimeProvider timeProvider)
{
    /// <summary>Returns when both ends are done, or when there is nothing to copy.</summary>
    /// <exception cref="IOException">The client went away.</exception>
    /// <exception cref="OperationCanceledException">The client said no hello in time, or the relay ends.</exception>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        client.NoDelay = true;
        using var stream = new NetworkStream(client, ownsSocket: false);
        if (await ReadHelloAsync(stream, cancellationToken) is not { } hello)
        {
            return;
        }

        if (hello.Target is not { } target)
        {
            await stream.WriteAsync(new RelayAnswer { Outcome = RelayOutcome.Alive }.ToMessage(), cancellationToken);
            return;
        }

        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var answer = await ConnectAsync(socket, target, hello.ConnectWithin, cancellationToken);
        await stream.WriteAsync(answer.ToMessage(), cancellationToken);
        if (answer.Outcome == RelayOutcome.Connected)
        {
            await new SocketPair(client, socket, timeProvider).CopyAsync(cancellationToken);
        }
    }

    /// <summary>Null for one that only looks whether somebody listens, and for one that was refused.</summary>
    private async Task<RelayHello?> ReadHelloAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(RelayProgram.HelloWithin, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        string refusal;
        try
        {
            var hello = await RelayHello.ReadAsync(stream, either.Token);
            if (hello is null || token.Matches(hello.Token))
            {
                return hello;
            }

            refusal = "the connection does not show this run's control token";
        }
        catch (RelayMessageException exception)
        {
            refusal = exception.Message;
        }

        await stream.WriteAsync(new RelayAnswer { Outcome = RelayOutcome.Refused, Message = refusal }.ToMessage(), either.Token);
        return null;
    }

    private async Task<RelayAnswer> ConnectAsync(
        Socket socket, DnsEndPoint target, TimeSpan within, CancellationToken cancellationToken)
    {
        within = TimeSpan.FromMilliseconds(Math.Clamp(within.TotalMilliseconds, 1, RelayProgram.LongestConnect.TotalMilliseconds));
        using var late = new CancellationTokenSource(within, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var doing = "";
        try
        {
            // Resolving may go on behind a cancellation; the answer does not wait for it.
            doing = $"resolving '{target.Host}'";
            var addresses = await Dns.GetHostAddressesAsync(target.Host, either.Token).WaitAsync(either.Token);
            doing = $"connecting to '{target.Host}:{target.Port}'";
            await socket.ConnectAsync(addresses, target.Port, either.Token);
            return new RelayAnswer { Outcome = RelayOutcome.Connected };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(SocketError.TimedOut, $"{doing} took longer than {within.TotalSeconds:0.###} s");
        }
        catch (SocketException exception)
        {
            return Failed(exception.SocketErrorCode, $"{doing} failed: {exception.Message}");
        }
        catch (ArgumentException exception)
        {
            // A host that is no name, or an address that nobody can connect to, such as 0.0.0.0.
            return Failed(SocketError.HostNotFound, $"{doing} failed: {exception.Message}");
        }
    }

    private static RelayAnswer Failed(SocketError error, string message) =>
        new() { Outcome = RelayOutcome.Failed, Error = error, Message = message };
}
