using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>A request of the traffic: its first line alone, or with the body that it carries.</summary>
internal sealed record RequestDocument
{
    public static ShorthandShape<HttpRequestLine, RequestDocument> Shape { get; } = new(
        new RequestShape(),
        line => new RequestDocument { Request = line },
        new MappingShape<RequestDocument>(new RequestDocument())
            .Required("request", new RequestShape { MayWrite = true }, (document, value) => document with { Request = value })
            .Optional(
                "body",
                new TextShape("a body", "{\"id\":\"{request.id}\"}") { Verbatim = true },
                (document, value) => document with { Body = value })
            .Optional("content-type", new MediaTypeShape(), (document, value) => document with { ContentType = value }));

    public Spanned<HttpRequestLine>? Request { get; init; }

    public Spanned<string>? Body { get; init; }

    public Spanned<string>? ContentType { get; init; }
}
