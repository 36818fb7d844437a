using System.Net.Sockets;
using System.Threading.Channels;

namespace StagingHarness.Link;

/// <summary>
/// One direction of a connection. Reading goes on while pieces wait for their moment, so that a delay holds each of them back for as
/// long as it says, and does not add up.
/// </summary>
internal sealed class OneWay(Socket from, Socket to, LinkConnection connection, TimeProvider timeProvider)
{
    /// <summary>Small, so that a narrow bandwidth lets drops through and not gushes.</summary>
    private const int PieceSize = 4 * 1024;

    /// <summary>What may be under way before the sender is made to wait, as a network's buffers do.</summary>
    private const int MostPieces = 256;

    private readonly Channel<(byte[] Bytes, long At)> _underWay = Channel.CreateBounded<(byte[], long)>(
        new BoundedChannelOptions(MostPieces) { SingleReader = true, SingleWriter = true });

    /// <summary>Returns when the sender is done and all that it sent has gone on.</summary>
    /// <exception cref="SocketException">An end broke.</exception>
    /// <exception cref="OperationCanceledException">The connection was cut, or its other direction broke.</exception>
    public Task RunAsync(bool isAnswer, CancellationToken cancellationToken) => Task.WhenAll(
        BreakOnFailureAsync(ReadAsync(isAnswer, cancellationToken)),
        BreakOnFailureAsync(WriteAsync(cancellationToken)));

    private async Task BreakOnFailureAsync(Task half)
    {
        try
        {
            await half;
        }
        catch
        {
            connection.Break();
            throw;
        }
    }

    private async Task ReadAsync(bool isAnswer, CancellationToken cancellationToken)
    {
        var buffer = new byte[PieceSize];
        while (await from.ReceiveAsync(buffer, cancellationToken) is var count and > 0)
        {
            await _underWay.Writer.WriteAsync((buffer[..count], connection.Release(count, isAnswer)), cancellationToken);
        }

        _underWay.Writer.Complete();
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await foreach (var (bytes, at) in _underWay.Reader.ReadAllAsync(cancellationToken))
        {
            await WaitUntilAsync(at, cancellationToken);
            ReadOnlyMemory<byte> rest = bytes;
            while (!rest.IsEmpty)
            {
                rest = rest[await to.SendAsync(rest, cancellationToken)..];
            }

            connection.CountPassed(bytes.Length);
        }

        to.Shutdown(SocketShutdown.Send);
    }

    /// <summary>Timers count whole milliseconds and may fire a little early: ask again until the moment has come.</summary>
    private async Task WaitUntilAsync(long at, CancellationToken cancellationToken)
    {
        while (timeProvider.GetElapsedTime(timeProvider.GetTimestamp(), at) is { Ticks: > 0 } rest)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)), timeProvider, cancellationToken);
        }
    }
}
