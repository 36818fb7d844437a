using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace StagingHarness.Cli.Live;

/// <summary>
/// Serves the live page on this machine's loopback, for reading alone. It is so little of HTTP that no framework is needed for it, and so the command needs none.
/// </summary>
internal sealed class LiveServer : IAsyncDisposable
{
    private const int LongestHead = 16 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan PauseAfterError = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource ending = new();
    private readonly SemaphoreSlim turns = new(8);
    private readonly TcpListener listener;
    private readonly LiveRun run;
    private readonly TimeProvider time;
    private readonly LiveAnswer answer;
    private readonly Task serving;

    /// <exception cref="SocketException">No port of the loopback can be had.</exception>
    public LiveServer(LiveRun run, TimeProvider time)
    {
        this.run = run;
        this.time = time;
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        answer = new LiveAnswer(token, port);
        Address = new Uri($"http://127.0.0.1:{port}/{token}/");
        serving = ServeAsync();
    }

    /// <summary>Whoever knows it may read.</summary>
    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        ending.Cancel();
        listener.Dispose();
        await serving;
        turns.Dispose();
        ending.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                await turns.WaitAsync(ending.Token);
                open.RemoveAll(task => task.IsCompleted);
                open.Add(AnswerAsync(await AcceptAsync()));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException || ending.IsCancellationRequested)
        {
            // It goes on until it is told to end.
        }

        await Task.WhenAll(open);
    }

    /// <summary>A connection that was gone before it was taken, or a machine short of handles for a moment, ends nothing.</summary>
    private async Task<TcpClient> AcceptAsync()
    {
        while (true)
        {
            try
            {
                return await listener.AcceptTcpClientAsync(ending.Token);
            }
            catch (SocketException) when (!ending.IsCancellationRequested)
            {
                await Task.Delay(PauseAfterError, time, ending.Token);
            }
        }
    }

    /// <summary>Whoever does not ask in time, or does not listen, is left; the run is none of theirs.</summary>
    private async Task AnswerAsync(TcpClient connection)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ending.Token);
        try
        {
            await using var stream = connection.GetStream();
            var head = await ReadHeadAsync(stream, bound.Token);
            await stream.WriteAsync(answer.To(head, run.Print), bound.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
        {
            // The other side is gone.
        }
        finally
        {
            connection.Dispose();
            turns.Release();
        }
    }

    /// <returns>Its lines; none when there is no end to them.</returns>
    private static async Task<IReadOnlyList<string>> ReadHeadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestHead];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += read;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                return Encoding.Latin1.GetString(buffer, 0, end).Split("\r\n");
            }

            if (read == 0)
            {
                break;
            }
        }

        return [];
    }
}
