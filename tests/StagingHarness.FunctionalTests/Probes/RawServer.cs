using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StagingHarness.FunctionalTests.Probes;

/// <summary>Answers each request with the same bytes, or, without any, never.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly string? _answer;
    private readonly Task _serving;

    public RawServer(string? answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _serving = ServeAsync();
    }

    public Uri Address { get; }

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
                if (_answer is null)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _ending.Token);
                }

                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(_answer!), _ending.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // The client went, or the test is over.
            }
        }
    }
}
