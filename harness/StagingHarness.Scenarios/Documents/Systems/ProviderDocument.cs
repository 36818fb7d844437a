using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>The third-party auth provider.</summary>
internal sealed record ProviderDocument
{
    public static MappingShape<ProviderDocument> Shape { get; } =
        new MappingShape<ProviderDocument>(new ProviderDocument())
            .Required(
                "audience",
                new TextShape("an audience", "client-portal"),
                (document, value) => document with { Audience = value })
            .Optional(
                "token-lifetime",
                new RealDurationShape(),
                (document, value) => document with { TokenLifetime = value });

    public Spanned<string>? Audience { get; init; }

    public Spanned<TimeSpan>? TokenLifetime { get; init; }
}
