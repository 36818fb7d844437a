using System.Net.Sockets;

namespace StagingHarness.Relay;

/// <summary>
/// Two connections that look like one to either end: what one end sends the other gets, an end that is done sending is seen
/// to be done while it may still receive, and a connection that breaks breaks the other.
/// </summary>
internal sealed class SocketPair(Socket client, Socket target, TimeProvider timeProvider)
{
    private const int BufferSize = 16 * 1024;

    /// <summary>
    /// How long the target may say nothing once the client is done. A client that is gone and one that only sends no more look
    /// alike, and a target that is frozen never ends; the system itself forgets connections that nobody holds after as long.
    /// </summary>
    private static readonly TimeSpan SilenceAfterClient = TimeSpan.FromSeconds(60);

    private volatile bool clientIsDone;

    /// <summary>Returns when both ends are done, or one is gone; the caller disposes the sockets.</summary>
    public async Task CopyAsync(CancellationToken cancellationToken)
    {
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(broken.Token, silence.Token);
        try
        {
            await Task.WhenAll(
                BreakOnFailureAsync(CopyFromClientAsync(silence, ending.Token), broken),
                BreakOnFailureAsync(CopyFromTargetAsync(silence, ending.Token), broken));
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // Closed so, either end sees a connection that was reset, and not an answer that is complete.
            client.LingerState = new LingerOption(enable: true, seconds: 0);
            target.LingerState = new LingerOption(enable: true, seconds: 0);
        }
    }

    private static async Task BreakOnFailureAsync(Task copying, CancellationTokenSource broken)
    {
        try
        {
            await copying;
        }
        catch
        {
            await broken.CancelAsync();
            throw;
        }
    }

    private static async Task SendAllAsync(Socket to, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await to.SendAsync(bytes, cancellationToken)..];
        }
    }

    private async Task CopyFromClientAsync(CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        while (await client.ReceiveAsync(buffer, cancellationToken) is var count and > 0)
        {
            await SendAllAsync(target, buffer.AsMemory(0, count), cancellationToken);
        }

        target.Shutdown(SocketShutdown.Send);
        clientIsDone = true;
        silence.CancelAfter(SilenceAfterClient);
    }

    private async Task CopyFromTargetAsync(CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        while (await target.ReceiveAsync(buffer, cancellationToken) is var count and > 0)
        {
            await SendAllAsync(client, buffer.AsMemory(0, count), cancellationToken);
            if (clientIsDone)
            {
                silence.CancelAfter(SilenceAfterClient);
            }
        }

        client.Shutdown(SocketShutdown.Send);
    }
}
