using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Facets;

/// <summary>Which versions of HTTP the provider takes.</summary>
internal sealed record HttpRuleDocument
{
    public static MappingShape<HttpRuleDocument> Shape { get; } = new MappingShape<HttpRuleDocument>(new HttpRuleDocument())
        .Required("minimum", new ClientHttpShape(), (document, value) => document with { Minimum = value });

    public Spanned<ClientHttp>? Minimum { get; init; }
}
