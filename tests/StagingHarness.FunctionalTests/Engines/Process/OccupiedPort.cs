using System.Net;
using System.Net.Sockets;

namespace StagingHarness.FunctionalTests.Engines.Process;

/// <summary>A port that somebody else listens on, and who answers every request with 200.</summary>
internal sealed class OccupiedPort : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _serving;

    public OccupiedPort()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Answered { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _serving;
        _ending.Dispose();
    }

    private async Task ServeAsync()
    {
        var buffer = new byte[4096];
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                _ = await client.GetStream().ReadAsync(buffer, _ending.Token);
                await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), _ending.Token);
                Answered++;
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // The client went, or the test is over.
            }
        }
    }
}
