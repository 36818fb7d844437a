using System.Collections.Immutable;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Sending;

/// <summary>One request and what comes back, redirects followed where they are to be, held against what was asked for.</summary>
internal sealed class HttpExchange(GeneratorOrder order, Connections connections)
{
    private readonly HandshakeFailures _handshakes = new(Console.Error);
    private readonly bool _isPlain = order.Http == ClientHttp.Http11 && order.Target.Scheme == Uri.UriSchemeHttp;
    private ImmutableSortedDictionary<string, string> _headers = order.Headers;
    private ImmutableSortedDictionary<string, string> _wrongHeaders = WrongCredentials.Of(order.Headers);

    /// <summary>Requests that are sent from now on carry these headers.</summary>
    public void Renew(ImmutableSortedDictionary<string, string> headers)
    {
        Volatile.Write(ref _wrongHeaders, WrongCredentials.Of(headers));
        Volatile.Write(ref _headers, headers);
    }

    public async Task<Outcome> RunAsync(ConnectionSlot slot, RequestTemplate template, VirtualClient client, TimeSpan remaining)
    {
        ServerStamp? server = null;
        try
        {
            var timeout = slot.BeginTimeout(remaining);
            var request = template.Create(client);
            for (var followed = 0; ; followed++)
            {
                var address = request.RequestUri!;
                var method = request.Method;
                Dress(request, template, client);
                using var response = await connections.SendAsync(slot, request, timeout);
                server = StampReader.ReadServer(response.Headers);
                KeepCookies(response, address, client);
                var body = await ReadAsync(slot, response, template.NeedsBody, timeout);
                var outcome = new Outcome((int)response.StatusCode, StampReader.ReadAnswerer(response.Headers), Failure.None, server)
                {
                    Spoken = _isPlain ? null : StampReader.ReadSpoken(response.Headers),
                };
                if (order.Redirects == 0 || template.RedirectOf(response, method, address) is not { } target)
                {
                    return outcome with { Check = Judge(template, new Received(outcome.Status, response.Headers, body), address, client) };
                }

                if (followed == order.Redirects)
                {
                    return outcome with { Check = AnswerCheck.RedirectLoop };
                }

                request = template.CreateAt(target, client);
            }
        }
        catch (Exception exception) when (FailureOf.Exception(exception) is { } failure)
        {
            if (failure == Failure.HandshakeFailed)
            {
                _handshakes.Tell(exception);
            }

            return Outcome.Failed(failure, server);
        }
    }

    private static void KeepCookies(HttpResponseMessage response, Uri address, VirtualClient client)
    {
        if (response.Headers.NonValidated.TryGetValues(CookieJar.Header, out var cookies))
        {
            client.TakeCookies(address, cookies);
        }
    }

    /// <summary>What the client needs to go on is part of the answer: without it, the content is wrong.</summary>
    private static AnswerCheck Judge(RequestTemplate template, Received received, Uri address, VirtualClient client)
    {
        var check = template.Judge.Judge(received, client.Fill);
        var goesOn = !Sample.IsRight(received.Status, check)
            || ((template.Captures.IsEmpty || template.Captures.Take(received, client))
                && (template.NextForm is not { } next || next.TakeForm(received.Text, address, client)));
        return goesOn ? check : AnswerCheck.WrongContent;
    }

    /// <summary>The whole answer counts; only what somebody looks at is kept.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(
        ConnectionSlot slot, HttpResponseMessage response, bool keeps, CancellationToken timeout)
    {
        using var body = await response.Content.ReadAsStreamAsync(timeout);
        MemoryStream? kept = null;
        int read;
        while ((read = await body.ReadAsync(slot.Buffer, timeout)) > 0)
        {
            if (keeps)
            {
                kept ??= new MemoryStream();
                kept.Write(slot.Buffer, 0, (int)Math.Min(read, Received.LongestBody - kept.Length));
            }
        }

        return kept is null ? ReadOnlyMemory<byte>.Empty : kept.GetBuffer().AsMemory(0, (int)kept.Length);
    }

    /// <summary>What the client shows: credentials, to nobody but the target, and its cookies.</summary>
    private void Dress(HttpRequestMessage request, RequestTemplate template, VirtualClient client)
    {
        if (request.RequestUri!.Authority == order.Target.Authority)
        {
            foreach (var (name, value) in Credentials(template.Credentials))
            {
                if (!request.Headers.NonValidated.Contains(name))
                {
                    request.Headers.TryAddWithoutValidation(name, value);
                }
            }
        }

        if (client.CookiesFor(request.RequestUri) is { Length: > 0 } cookies)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }
    }

    private ImmutableSortedDictionary<string, string> Credentials(ShownCredentials shown) => shown switch
    {
        ShownCredentials.Valid => Volatile.Read(ref _headers),
        ShownCredentials.None => ImmutableSortedDictionary<string, string>.Empty,
        ShownCredentials.Wrong => Volatile.Read(ref _wrongHeaders),
    };
}
