using System.Collections.Immutable;
using System.Net;

namespace StagingHarness.Recording;

/// <summary>Passes calls on to the real third party as they are, and its answers back, and keeps both. A redirect is an answer like any other.</summary>
internal sealed class RecordingProxy : IDisposable
{
    /// <summary>For calls that are under way when the recording ends.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ExchangeStore store = new();
    private readonly HttpListener listener = new();
    private readonly RecordOrder order;
    private readonly TimeProvider time;
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(15),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <exception cref="RecordRefusedException">It cannot listen there.</exception>
    public RecordingProxy(RecordOrder order, TimeProvider time)
    {
        this.order = order;
        this.time = time;
        Address = new UriBuilder(order.Listen) { Port = order.Listen.Port is 0 ? ListenPort.Free() : order.Listen.Port }.Uri;
        try
        {
            foreach (var host in ListenPort.HostsOf(Address))
            {
                listener.Prefixes.Add(FormattableString.Invariant($"http://{host}:{Address.Port}/"));
            }

            listener.Start();
        }
        catch (Exception exception) when (exception is HttpListenerException or ArgumentException or System.Net.Sockets.SocketException)
        {
            Dispose();
            throw new RecordRefusedException($"nobody can listen at '{Address}': {exception.Message.TrimEnd('.')}; choose another '--listen'");
        }
    }

    public Uri Address { get; }

    public void Dispose()
    {
        listener.Close();
        client.Dispose();
    }

    /// <summary>Until the token is cancelled, or there were calls enough; what is under way then is awaited for a while.</summary>
    public async Task<(int Calls, ImmutableArray<RecordedExchange> Exchanges, ImmutableArray<string> Notes)> RunAsync(CancellationToken ending)
    {
        var open = new List<Task>();
        var calls = 0;
        using var leaving = new CancellationTokenSource();
        try
        {
            while (calls < order.Calls)
            {
                var accepting = listener.GetContextAsync();
                var context = await accepting.WaitAsync(ending);
                open.RemoveAll(task => task.IsCompletedSuccessfully);
                open.Add(PassOnAsync(++calls, context, leaving.Token));
            }

            await Task.WhenAll(open).WaitAsync(ending);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The time is over, or somebody has seen enough.
        }

        using (var patience = new CancellationTokenSource(Grace, time))
        using (patience.Token.Register(leaving.Cancel))
        {
            await Task.WhenAll(open);
        }

        var (exchanges, notes) = store.Take();
        return (calls, exchanges, notes);
    }

    private async Task PassOnAsync(int number, HttpListenerContext context, CancellationToken cancellationToken)
    {
        try
        {
            var exchange = await ExchangeAsync(context, cancellationToken);
            if (exchange is not null)
            {
                store.Keep(number, exchange);
            }
        }
        catch (HttpRequestException exception)
        {
            store.LeaveOut($"the third party did not answer ({exception.HttpRequestError})");
            await RefuseAsync(context, HttpStatusCode.BadGateway, $"stage record: '{order.To.Host}' did not answer: {exception.HttpRequestError}");
        }
        catch (OperationCanceledException)
        {
            store.LeaveOut("under way at the end");
            context.Response.Abort();
        }
        catch (Exception exception) when (exception is IOException or HttpListenerException or ObjectDisposedException or InvalidOperationException or ArgumentException)
        {
            store.LeaveOut("broke off half-way");
            context.Response.Abort();
        }
    }

    /// <summary>Null where it is not to be recorded, which the store knows.</summary>
    private async Task<RecordedExchange?> ExchangeAsync(HttpListenerContext context, CancellationToken cancellationToken)
    {
        var (asked, answer) = (context.Request, context.Response);
        if (asked.RawUrl is not ['/', ..] target)
        {
            store.LeaveOut("asked for no path");
            await RefuseAsync(context, HttpStatusCode.BadRequest, "stage record: call it by path, it is no proxy for other hosts");
            return null;
        }

        await using var body = new CapturingStream(asked.InputStream, order.BodyBytes);
        using var request = RequestOf(asked, target, body);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => (header.Key, value))).ToImmutableArray();
        answer.StatusCode = (int)response.StatusCode;
        answer.StatusDescription = response.ReasonPhrase ?? "";
        foreach (var (name, value) in headers.Where(header => HopHeaders.IsPassedOn(header.Key)))
        {
            answer.AppendHeader(name, value);
        }

        await using var answered = new CapturingStream(await response.Content.ReadAsStreamAsync(cancellationToken), order.BodyBytes);
        await SendAsync(asked, answer, response, answered, cancellationToken);
        if (body.IsOver || answered.IsOver)
        {
            store.LeaveOut(FormattableString.Invariant($"a body of more than {order.BodyBytes} bytes; '--body-size' takes more"));
            return null;
        }

        return new RecordedExchange
        {
            Method = asked.HttpMethod,
            Target = target,
            RequestHeaders = HeadersOf(asked),
            RequestBody = body.ToArray(),
            Status = answer.StatusCode,
            Headers = headers,
            Body = answered.ToArray(),
        };
    }

    private HttpRequestMessage RequestOf(HttpListenerRequest asked, string target, CapturingStream body)
    {
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var request = new HttpRequestMessage(new HttpMethod(asked.HttpMethod), new Uri(order.To.GetLeftPart(UriPartial.Path).TrimEnd('/') + target, options));
        if (asked.HasEntityBody)
        {
            request.Content = new StreamContent(body);
            if (asked.ContentLength64 >= 0)
            {
                request.Content.Headers.ContentLength = asked.ContentLength64;
            }
        }

        foreach (var (name, value) in HeadersOf(asked).Where(header => HopHeaders.IsPassedOn(header.Name)))
        {
            if (!name.Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase) && !request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        // What is compressed could not be written as it was read.
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        return request;
    }

    private static ImmutableArray<(string Name, string Value)> HeadersOf(HttpListenerRequest asked) =>
    [
        .. from name in asked.Headers.AllKeys.OfType<string>()
           from value in asked.Headers.GetValues(name) ?? []
           select (name, value),
    ];

    private static async Task SendAsync(
        HttpListenerRequest asked, HttpListenerResponse answer, HttpResponseMessage response, CapturingStream body, CancellationToken cancellationToken)
    {
        var hasBody = asked.HttpMethod != "HEAD" && response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified);
        if (response.Content.Headers.ContentLength is { } length && (hasBody || asked.HttpMethod == "HEAD"))
        {
            answer.ContentLength64 = length;
        }
        else if (hasBody)
        {
            answer.SendChunked = true;
        }

        var buffer = new byte[16 * 1024];
        while (hasBody && await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            await answer.OutputStream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            await answer.OutputStream.FlushAsync(cancellationToken);
        }

        answer.Close();
    }

    private static async Task RefuseAsync(HttpListenerContext context, HttpStatusCode status, string why)
    {
        try
        {
            context.Response.StatusCode = (int)status;
            await using var writer = new StreamWriter(context.Response.OutputStream);
            await writer.WriteLineAsync(why);
        }
        catch (Exception exception) when (exception is IOException or HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            context.Response.Abort();
        }
    }
}
