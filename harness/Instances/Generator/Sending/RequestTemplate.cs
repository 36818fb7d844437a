using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Sending;

/// <summary>One kind of request, made ready: what does not change from one to the next is made once.</summary>
internal sealed class RequestTemplate
{
    private readonly GeneratorRequest _request;
    private readonly bool _varies;
    private readonly Uri _target;
    private readonly HttpMethod _method;
    private readonly string _origin;
    private readonly Uri? _address;
    private readonly byte[]? _body;
    private readonly MediaTypeHeaderValue? _contentType;

    public RequestTemplate(GeneratorRequest request, Uri target)
    {
        _request = request;
        _target = target;
        _method = HttpMethod.Parse(request.Method);
        _varies = Holds(request, "{");

        // Not relative to the target: behind two slashes, as scanners send them, another host would begin.
        _origin = target.GetLeftPart(UriPartial.Authority);
        _address = _varies ? null : new Uri(_origin + request.Path);
        _body = request.Body is { } body && !_varies ? Encoding.UTF8.GetBytes(body) : null;
        _contentType = request.ContentType is { } type ? MediaTypeHeaderValue.Parse(type) : null;
        NeedsId = Holds(request, GeneratorRequest.IdPlaceholder);
        Judge = new AnswerJudge(request);
        Captures = new Capturer(request.Captures);
    }

    /// <summary>What is spoken with the target.</summary>
    public ClientHttp Http { get; init; }

    public ushort Route => _request.Route;

    /// <summary>Each request carries an id of its own.</summary>
    public bool NeedsId { get; }

    public ShownCredentials Credentials => _request.Credentials;

    public TimeSpan Think => _request.Think;

    public AnswerJudge Judge { get; }

    public Capturer Captures { get; }

    /// <summary>The request behind it in its journey, where that one sends a form of its page; else null.</summary>
    public RequestTemplate? NextForm { get; init; }

    /// <summary>Somebody looks at what the answer carries.</summary>
    public bool NeedsBody => Judge.LooksAtBody || Captures.LooksAtBody || NextForm is not null;

    /// <summary>Keeps the form of the page that leads where this request goes; false when there is none, or none with these fields.</summary>
    public bool TakeForm(string page, Uri address, VirtualClient client)
    {
        var path = client.FillPath(_request.Path);
        client.Form = PageForm.In(page, address)
            .FirstOrDefault(form => form.Method == _request.Method && form.Address.PathAndQuery == path)?
            .With((_request.Form ?? ImmutableSortedDictionary<string, string>.Empty).Select(field => KeyValuePair.Create(field.Key, client.Fill(field.Value))));
        return client.Form is not null;
    }

    /// <summary>A request with the headers of its kind, and without those of its client.</summary>
    public HttpRequestMessage Create(VirtualClient client)
    {
        var address = (_request.Form is null ? _address : client.Form?.Address) ?? new Uri(_origin + client.FillPath(_request.Path));
        return WithHeaders(CreateMessage(_method, address, CreateContent(client)), client);
    }

    /// <summary>The request to where a redirect has led.</summary>
    public HttpRequestMessage CreateAt(RedirectTarget target, VirtualClient client) => target.KeepsRequest
        ? WithHeaders(CreateMessage(_method, target.Address, CreateContent(client)), client)
        : WithHeaders(CreateMessage(HttpMethod.Get, target.Address, new SentOnceContent()), client);

    /// <summary>
    /// Where the answer sends the client on to; null also for a redirect that is itself what is asked for. What one redirect has made a GET stays
    /// one at the next.
    /// </summary>
    public RedirectTarget? RedirectOf(HttpResponseMessage response, HttpMethod method, Uri from) =>
        !Judge.AsksFor((int)response.StatusCode) && RedirectTarget.Of(response, method, from) is { } target
            ? target with { KeepsRequest = target.KeepsRequest && method == _method }
            : null;

    private HttpRequestMessage CreateMessage(HttpMethod method, Uri address, HttpContent content) => new(method, address)
    {
        // Exactly: another one would be another rehearsal. Where a redirect leads elsewhere, nobody was told of HTTP/2.
        Version = Http == ClientHttp.Http2 && address.Authority == _target.Authority ? HttpVersion.Version20 : HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Content = content,
    };

    private static bool Holds(GeneratorRequest request, string text) =>
        new[] { request.Path, request.Body ?? "", request.Answer?.Contains ?? "" }
            .Concat(request.Headers.Values)
            .Concat(request.Form?.Values ?? [])
            .Concat(request.Answer?.Json.Values ?? [])
            .Any(part => part.Contains(text, StringComparison.Ordinal));

    private HttpRequestMessage WithHeaders(HttpRequestMessage message, VirtualClient client)
    {
        foreach (var (name, value) in _request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, client.Fill(value));
        }

        return message;
    }

    /// <summary>Never none: a request that has content, even an empty one, is sent once and never again.</summary>
    private HttpContent CreateContent(VirtualClient client)
    {
        if (_request.Form is not null && client.Form is { } form)
        {
            return new FormUrlEncodedContent(form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        if (_request.Body is not { } body)
        {
            return new SentOnceContent();
        }

        var content = new ByteArrayContent(_body ?? Encoding.UTF8.GetBytes(client.Fill(body)));
        content.Headers.ContentType = _contentType;
        return content;
    }
}
