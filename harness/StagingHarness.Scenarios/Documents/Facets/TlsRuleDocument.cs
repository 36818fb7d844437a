using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Facets;

/// <summary>Which versions of TLS the provider takes.</summary>
internal sealed record TlsRuleDocument
{
    public static MappingShape<TlsRuleDocument> Shape { get; } = new MappingShape<TlsRuleDocument>(new TlsRuleDocument())
        .Required("minimum", new TlsVersionShape(), (document, value) => document with { Minimum = value });

    public Spanned<TlsVersion>? Minimum { get; init; }
}
