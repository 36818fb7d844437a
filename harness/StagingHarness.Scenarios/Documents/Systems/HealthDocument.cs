using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>The service's own health check.</summary>
internal sealed record HealthDocument
{
    public static MappingShape<HealthDocument> Shape { get; } = new MappingShape<HealthDocument>(new HealthDocument())
        .Required("path", new UrlPathShape("/health"), (document, value) => document with { Path = value })
        .Optional("every", new RealDurationShape(), (document, value) => document with { Every = value });

    public Spanned<string>? Path { get; init; }

    public Spanned<TimeSpan>? Every { get; init; }
}
