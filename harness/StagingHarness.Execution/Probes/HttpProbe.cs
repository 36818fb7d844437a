using System.Net.Sockets;
using System.Text;
using StagingHarness.Execution.Ports;

namespace StagingHarness.Execution.Probes;

/// <summary>
/// Asks over HTTP, on a new connection each time, so that what answers is what listens now; past proxies, and without
/// following redirects.
/// </summary>
public sealed class HttpProbe : IProbe, IDisposable
{
    private const int LargestBody = 64 * 1024;

    private readonly TimeProvider _timeProvider;
    private readonly HttpClient _client;

    public HttpProbe(TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.Zero,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<ProbeAnswer> GetAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var start = _timeProvider.GetTimestamp();
        using var timer = new CancellationTokenSource(timeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var response = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await ReadBodyAsync(response.Content, either.Token);
            return new ProbeAnswer((int)response.StatusCode, body, Problem: null, _timeProvider.GetElapsedTime(start));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return NoAnswer($"no answer within {timeout.TotalSeconds:0.###} s", start);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return NoAnswer(Describe(exception), start);
        }
    }

    public Task<string?> ConnectAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken) => throw new NotImplementedException();

    public void Dispose() => _client.Dispose();

    private static async Task<string> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[LargestBody];
        var count = await stream.ReadAtLeastAsync(buffer, LargestBody, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, count);
    }

    private static string Describe(Exception exception) => exception.GetBaseException() switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "connection refused",
        SocketException { SocketErrorCode: SocketError.ConnectionReset } => "connection reset",
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => "the connection ended before the answer did",
        var cause => cause.Message,
    };

    private ProbeAnswer NoAnswer(string problem, long start) =>
        new(Status: null, Body: "", problem, _timeProvider.GetElapsedTime(start));
}
