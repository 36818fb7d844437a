using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Facets;

/// <summary>What one endpoint of the provider does otherwise; with nothing below it, it is plain again.</summary>
internal sealed record EndpointRuleDocument
{
    public static MappingShape<EndpointRuleDocument> Shape { get; } = new MappingShape<EndpointRuleDocument>(new EndpointRuleDocument())
        .Optional("status", new CountShape { Least = 200, Most = 599, Usual = 410 }, (document, value) => document with { Status = value })
        .Optional("body", new TextShape("a body", "<html></html>") { Verbatim = true }, (document, value) => document with { Body = value })
        .Optional("content-type", new MediaTypeShape(), (document, value) => document with { ContentType = value })
        .Optional(
            "headers",
            new NamedShape<string>("header", new HeaderNameShape("the name of a header", "Retry-After"), new TextShape("a value", "30")),
            (document, value) => document with { Headers = value })
        .Optional("moved-to", new UrlPathShape("/v2/token"), (document, value) => document with { MovedTo = value })
        .Optional("delay", new RealDurationShape(), (document, value) => document with { Delay = value })
        .Optional("reset", new FlagShape(), (document, value) => document with { Reset = value })
        .Optional("limit", CallLimitDocument.Shape, (document, value) => document with { Limit = value });

    public Spanned<int>? Status { get; init; }

    public Spanned<string>? Body { get; init; }

    public Spanned<string>? ContentType { get; init; }

    public Spanned<ImmutableArray<Named<string>>>? Headers { get; init; }

    public Spanned<string>? MovedTo { get; init; }

    public Spanned<TimeSpan>? Delay { get; init; }

    public Spanned<bool>? Reset { get; init; }

    public Spanned<CallLimitDocument>? Limit { get; init; }
}
