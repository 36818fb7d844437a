using System.Net;
using System.Net.Http.Headers;
using System.Text;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Sending;

/// <summary>One kind of request, made ready: what does not change from one to the next is made once.</summary>
internal sealed class RequestTemplate
{
    private readonly GeneratorRequest _request;
    private readonly Uri _target;
    private readonly HttpMethod _method;
    private readonly Uri? _address;
    private readonly byte[]? _body;
    private readonly MediaTypeHeaderValue? _contentType;

    public RequestTemplate(GeneratorRequest request, Uri target)
    {
        _request = request;
        _target = target;
        _method = HttpMethod.Parse(request.Method);
        _address = HoldsId(request.Path) ? null : new Uri(target, request.Path);
        _body = request.Body is { } body && !HoldsId(body) ? Encoding.UTF8.GetBytes(body) : null;
        _contentType = request.ContentType is { } type ? MediaTypeHeaderValue.Parse(type) : null;
        NeedsId = HoldsId(request.Path) || HoldsId(request.Body ?? "");
    }

    public ushort Route => _request.Route;

    /// <summary>Each request carries an id of its own.</summary>
    public bool NeedsId { get; }

    /// <summary>A request without its headers.</summary>
    public HttpRequestMessage Create(string id) =>
        new(_method, _address ?? new Uri(_target, WithId(_request.Path, id)))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = CreateContent(id),
        };

    private static bool HoldsId(string text) => text.Contains(GeneratorRequest.IdPlaceholder, StringComparison.Ordinal);

    private static string WithId(string text, string id) => text.Replace(GeneratorRequest.IdPlaceholder, id, StringComparison.Ordinal);

    /// <summary>Never none: a request that has content, even an empty one, is sent once and never again.</summary>
    private HttpContent CreateContent(string id)
    {
        if (_request.Body is not { } body)
        {
            return new SentOnceContent();
        }

        var content = new ByteArrayContent(_body ?? Encoding.UTF8.GetBytes(WithId(body, id)));
        content.Headers.ContentType = _contentType;
        return content;
    }
}
