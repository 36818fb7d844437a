using System.Collections.Immutable;
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

    private readonly IDialer _dialer;
    private readonly TimeProvider _timeProvider;
    private readonly HttpClient _client;

    public HttpProbe(IDialer dialer, TimeProvider timeProvider)
    {
        _dialer = dialer;
        _timeProvider = timeProvider;
        _client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = (context, cancellationToken) =>
                new ValueTask<Stream>(dialer.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken)),
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
            return new ProbeAnswer((int)response.StatusCode, body, Problem: null, _timeProvider.GetElapsedTime(start))
            {
                Headers = HeadersOf(response),
            };
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

    public async Task<string?> ConnectAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(timeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await using var connection = await _dialer.ConnectAsync(address.Host, address.Port, either.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no connection within {timeout.TotalSeconds:0.###} s";
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return Describe(exception);
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<string> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[LargestBody];
        var count = await stream.ReadAtLeastAsync(buffer, LargestBody, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, count);
    }

    private static ImmutableDictionary<string, string> HeadersOf(HttpResponseMessage response) => response.Headers
        .Concat(response.Content.Headers)
        .ToImmutableDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);

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
