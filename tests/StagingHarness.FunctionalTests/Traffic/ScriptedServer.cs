using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>An HTTP/1.1 server on raw sockets, so that a test decides about every byte and every closing.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Func<ScriptedRequest, Task> _answer;
    private readonly Task _accepting;
    private int _requests;
    private int _connections;

    /// <summary>The script answers each request by writing to its stream; what it throws closes the connection.</summary>
    public ScriptedServer(Func<ScriptedRequest, Task> answer)
    {
        _answer = answer;
        _listener.Start(512);
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public int Requests => Volatile.Read(ref _requests);

    public int Connections => Volatile.Read(ref _connections);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                client.NoDelay = true;
                Interlocked.Increment(ref _connections);
                serving.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        await Task.Yield();
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, false, 4096, leaveOpen: true);
                while (await ReadHeadAsync(reader) is { } head)
                {
                    var number = Interlocked.Increment(ref _requests);
                    await _answer(new ScriptedRequest(number, head, await ReadBodyAsync(reader, head), client.GetStream(), _ending.Token));
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The client is gone, the script wants the connection closed, or the test is over.
            }
        }
    }

    /// <summary>The tests send ASCII, so a character is a byte.</summary>
    private async Task<string> ReadBodyAsync(StreamReader reader, string head)
    {
        const string announced = "Content-Length: ";
        var length = head.Split('\n')
            .Where(line => line.StartsWith(announced, StringComparison.Ordinal))
            .Select(line => int.Parse(line[announced.Length..], CultureInfo.InvariantCulture))
            .SingleOrDefault();
        if (length == 0)
        {
            // Asked for nothing, the reader would wait for what comes next.
            return "";
        }

        var body = new char[length];
        var read = await reader.ReadBlockAsync(body, _ending.Token);
        return new string(body, 0, read);
    }

    private async Task<string?> ReadHeadAsync(StreamReader reader)
    {
        var head = new StringBuilder();
        while (await reader.ReadLineAsync(_ending.Token) is { } line)
        {
            if (line.Length == 0)
            {
                return head.ToString();
            }

            head.Append(line).Append('\n');
        }

        return null;
    }
}
