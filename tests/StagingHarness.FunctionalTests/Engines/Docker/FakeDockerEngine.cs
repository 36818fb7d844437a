using System.Net.Sockets;
using System.Text;
using StagingHarness.TestKit.Files;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>Listens on a socket file, and answers each path with what the test says; without an answer for it, never.</summary>
internal sealed class FakeDockerEngine : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly List<string> _requests = [];
    private readonly Func<string, string?> _answer;
    private readonly Task _serving;

    /// <param name="answer">Whole answer to a request for the path.</param>
    public FakeDockerEngine(Func<string, string?> answer)
    {
        _answer = answer;
        SocketFile = Path.Combine(_folder.Path, "engine.sock");
        _listener.Bind(new UnixDomainSocketEndPoint(SocketFile));
        _listener.Listen();
        _serving = ServeAsync();
    }

    public string SocketFile { get; }

    public string Address => $"unix://{SocketFile}";

    /// <summary>Paths that were asked for, in their order.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>An engine that speaks these versions, and tells a little of itself.</summary>
    public static FakeDockerEngine Speaking(string oldest, string newest, string more = "") => new(path => path switch
    {
        "/version" => Json($$"""{"Version":"1.2.3","ApiVersion":"{{newest}}","MinAPIVersion":"{{oldest}}","Os":"linux","Arch":"arm64"{{more}}}"""),
        _ => Json("""{"DockerRootDir":"/data","Driver":"overlay2","MemTotal":1024,"NCPU":3,"SecurityOptions":["name=seccomp","name=rootless"]}"""),
    });

    public static string Json(string body, string status = "200 OK") =>
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _serving;
        _ending.Dispose();
        _folder.Dispose();
    }

    private async Task ServeAsync()
    {
        var buffer = new byte[4096];
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptAsync(_ending.Token);
                var length = await client.ReceiveAsync(buffer, _ending.Token);
                var path = Encoding.ASCII.GetString(buffer, 0, length).Split(' ')[1];
                lock (_requests)
                {
                    _requests.Add(path);
                }

                if (_answer(path) is not { } answer)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _ending.Token);
                    return;
                }

                await client.SendAsync(Encoding.UTF8.GetBytes(answer), _ending.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client went, or the test is over.
            }
        }
    }
}
