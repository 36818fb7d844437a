using System.Net;
using System.Net.Sockets;
using StagingHarness.Execution.Ports;
using StagingHarness.Protocols.Relay;

namespace StagingHarness.Execution.Dialing;

/// <summary>
/// Connects through a stage's relay, which resolves names and reaches members as the stage does; loopback addresses are this
/// machine's own and are connected to directly. Any number of calls may run at a time.
/// </summary>
/// <param name="timeProvider">Measures how long the relay may take.</param>
public sealed class RelayDialer(TimeProvider timeProvider) : IDialer
{
    /// <summary>What the relay may take to answer, beyond the time that it has to connect.</summary>
    private static readonly TimeSpan AnswerGrace = TimeSpan.FromSeconds(5);

    private readonly DirectDialer _direct = new();

    private volatile RelayAccess? _access;

    /// <summary>From now on connections go through this relay.</summary>
    /// <param name="relay">Where it is published on this machine.</param>
    /// <param name="token">The run's control token.</param>
    public void UseRelay(IPEndPoint relay, string token) => _access = new RelayAccess(relay, token);

    /// <summary>Asks whether the relay is there and takes the token; returns when it does.</summary>
    /// <exception cref="RelayException">It is not there, or does not take it.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var access = _access ?? throw new RelayException("The stage's relay is not in use yet. Start it before it is checked.");
        await using var stream = await AskAsync(access, target: null, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="RelayException">The relay is not in use yet, is gone, or does not let this run in.</exception>
    public Task<Stream> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address))
        {
            return _direct.ConnectAsync(host, port, cancellationToken);
        }

        return _access is { } access
            ? AskAsync(access, new DnsEndPoint(host, port), cancellationToken)
            : throw new RelayException($"The stage's relay is not in use yet. Start it before anything connects to '{host}:{port}'.");
    }

    private async Task<Stream> AskAsync(RelayAccess access, DnsEndPoint? target, CancellationToken cancellationToken)
    {
        var socket = new Socket(access.Relay.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var answer = await GreetAsync(socket, access, target, cancellationToken);
            switch (answer.Outcome)
            {
                case RelayOutcome.Connected when target is not null:
                case RelayOutcome.Alive when target is null:
                    return new NetworkStream(socket, ownsSocket: true);
                case RelayOutcome.Failed:
                    throw new SocketException((int)answer.Error, answer.Message);
                case RelayOutcome.Refused:
                    throw new RelayException($"The stage's relay at '{access.Relay}' refused: {answer.Message}. See its log.");
                default:
                    throw new RelayException($"The stage's relay at '{access.Relay}' gave answer '{answer.Outcome}' to another question.");
            }
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<RelayAnswer> GreetAsync(
        Socket socket, RelayAccess access, DnsEndPoint? target, CancellationToken cancellationToken)
    {
        var within = RelayProgram.ConnectWithin + AnswerGrace;
        using var late = new CancellationTokenSource(within, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await socket.ConnectAsync(access.Relay, either.Token);
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            var hello = new RelayHello { Token = access.Token, Target = target, ConnectWithin = RelayProgram.ConnectWithin };
            await stream.WriteAsync(hello.ToMessage(), either.Token);
            return await RelayAnswer.ReadAsync(stream, either.Token)
                ?? throw new RelayMessageException("it closed the connection without an answer");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RelayException($"The stage's relay at '{access.Relay}' did not answer within {within.TotalSeconds:0} s. See its log.");
        }
        catch (Exception exception) when (exception is SocketException or IOException or RelayMessageException)
        {
            throw new RelayException(
                $"The stage's relay at '{access.Relay}' does not answer: {exception.Message.TrimEnd('.')}. See whether it still runs.");
        }
    }
}
