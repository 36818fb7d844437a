using System.Collections.Immutable;
using StagingHarness.Protocols.Generator;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>A request of the traffic: its first line alone, or with the body that it carries.</summary>
internal sealed record RequestDocument
{
    public static CountShape WeightShape { get; } = new() { Least = 1, Most = 1000, Usual = 1 };

    public static ShorthandShape<HttpRequestLine, RequestDocument> Shape { get; } = new(
        new RequestShape(),
        line => new RequestDocument { Request = line },
        new MappingShape<RequestDocument>(new RequestDocument())
            .Required("request", new RequestShape { MayWrite = true }, (document, value) => document with { Request = value })
            .Optional(
                "body",
                new TextShape("a body", "{\"id\":\"{request.id}\"}") { Verbatim = true },
                (document, value) => document with { Body = value })
            .Optional(
                "form",
                new NamedShape<FormFieldDocument>("field", new TextShape("the name of a field", "username"), FormFieldDocument.Shape),
                (document, value) => document with { Form = value })
            .Optional("content-type", new MediaTypeShape(), (document, value) => document with { ContentType = value })
            .Optional("weight", WeightShape, (document, value) => document with { Weight = value })
            .Optional(
                "headers",
                new NamedShape<string>("X-Header", new HeaderNameShape("the name of a request header", "X-Session"), new TextShape("a value", "{captured.session}")),
                (document, value) => document with { Headers = value })
            .Optional(
                "credentials",
                new ChoiceShape<ShownCredentials>("what a request shows"),
                (document, value) => document with { Credentials = value })
            .Optional("answer", RequestAnswerDocument.Shape, (document, value) => document with { Answer = value })
            .Optional(
                "capture",
                new NamedShape<CaptureDocument>("name", new SlugShape("the name of what is captured", "order"), CaptureDocument.Shape),
                (document, value) => document with { Captures = value })
            .Optional("think", new RealDurationShape(), (document, value) => document with { Think = value }));

    public Spanned<HttpRequestLine>? Request { get; init; }

    public Spanned<string>? Body { get; init; }

    /// <summary>What is filled into the form of the page before.</summary>
    public Spanned<ImmutableArray<Named<FormFieldDocument>>>? Form { get; init; }

    public Spanned<string>? ContentType { get; init; }

    public Spanned<int>? Weight { get; init; }

    public Spanned<ImmutableArray<Named<string>>>? Headers { get; init; }

    public Spanned<ShownCredentials>? Credentials { get; init; }

    public Spanned<RequestAnswerDocument>? Answer { get; init; }

    public Spanned<ImmutableArray<Named<CaptureDocument>>>? Captures { get; init; }

    public Spanned<TimeSpan>? Think { get; init; }

    /// <summary>Everything in which placeholders may stand.</summary>
    public IEnumerable<Spanned<string>> Texts() => new[]
        {
            Request?.With(Request.Value.Path),
            Body,
            Answer?.Value.Contains,
        }
        .Concat((Headers?.Value ?? []).Select(header => header.Value))
        .Concat((Form?.Value ?? []).Select(field => field.Value?.Value.Value))
        .Concat((Answer?.Value.Json?.Value ?? []).Select(wanted => wanted.Value))
        .OfType<Spanned<string>>();
}
