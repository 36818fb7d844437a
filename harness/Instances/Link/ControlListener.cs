using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Link;

namespace StagingHarness.Link;

/// <summary>Takes orders: one line of JSON a connection, answered by one.</summary>
internal sealed class ControlListener : IDisposable
{
    private const int LongestOrder = 16 * 1024;

    private static readonly TimeSpan AcceptAgainAfter = TimeSpan.FromMilliseconds(20);

    private readonly ControlDesk _desk;
    private readonly TimeProvider _timeProvider;
    private readonly Socket _socket;

    /// <summary>Listens already.</summary>
    /// <exception cref="IOException">The address cannot be bound.</exception>
    public ControlListener(ListenAddress listen, ControlDesk desk, TimeProvider timeProvider)
    {
        _desk = desk;
        _timeProvider = timeProvider;
        _socket = BoundSocket.Listen(listen.EndPoint);
    }

    /// <summary>Serves until it is told to end.</summary>
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
                // The client went away before it was accepted, or the machine is short of sockets; the second passes.
                await Task.Delay(AcceptAgainAfter, _timeProvider, cancellationToken);
                continue;
            }

            _ = ServeOneAsync(client, cancellationToken);
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task ServeOneAsync(Socket client, CancellationToken cancellationToken)
    {
        await Task.Yield();
        using var late = new CancellationTokenSource(LinkProgram.OrderWithin, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            if (await ReadLineAsync(stream, either.Token) is { } line)
            {
                var answer = JsonSerializer.SerializeToUtf8Bytes(Answer(line), LinkJson.Default.LinkAnswer);
                await stream.WriteAsync((byte[])[.. answer, (byte)'\n'], either.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // The client went away, or was too slow, or the link ends.
        }
    }

    private LinkAnswer Answer(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, LinkJson.Default.LinkOrder) is { } order
                ? _desk.Answer(order)
                : new LinkAnswer { Refusal = "the order is empty" };
        }
        catch (JsonException exception)
        {
            return new LinkAnswer { Refusal = $"the order cannot be read: {exception.Message}" };
        }
    }

    /// <summary>Null for one that only looks whether somebody listens.</summary>
    private static async Task<string?> ReadLineAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestOrder];
        var length = 0;
        while (length < buffer.Length && await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is var count and > 0)
        {
            var end = Array.IndexOf(buffer, (byte)'\n', length, count);
            length += count;
            if (end >= 0)
            {
                return Encoding.UTF8.GetString(buffer, 0, end);
            }
        }

        return null;
    }
}
