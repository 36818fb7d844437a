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

    public Task<ProbeAnswer> GetAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken) =>
        AskAsync(new ProbeQuestion { Address = address, Timeout = timeout }, cancellationToken);

    public async Task<ProbeAnswer> AskAsync(ProbeQuestion question, CancellationToken cancellationToken)
    {
        var start = _timeProvider.GetTimestamp();
        using var timer = new CancellationTokenSource(question.Timeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var request = CreateRequest(question);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var (body, isCut) = await ReadBodyAsync(response.Content, question.LargestBody, either.Token);
            return new ProbeAnswer((int)response.StatusCode, body, Problem: null, _timeProvider.GetElapsedTime(start))
            {
                Headers = HeadersOf(response),
                IsCut = isCut,
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return NoAnswer($"no answer within {question.Timeout.TotalSeconds:0.###} s", start);
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

    private static HttpRequestMessage CreateRequest(ProbeQuestion question)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, question.Address);
        foreach (var (name, value) in question.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static async Task<(string Body, bool IsCut)> ReadBodyAsync(HttpContent content, int largest, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (body.Length <= largest && await stream.ReadAsync(chunk, cancellationToken) is var count and > 0)
        {
            body.Write(chunk, 0, count);
        }

        var length = (int)Math.Min(body.Length, largest);
        return (Encoding.UTF8.GetString(body.GetBuffer(), 0, length), body.Length > largest);
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
