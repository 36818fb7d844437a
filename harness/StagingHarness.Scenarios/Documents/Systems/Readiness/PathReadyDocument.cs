using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Readiness;

/// <summary>Ready when a path answers 200.</summary>
internal sealed record PathReadyDocument : ReadyDocument
{
    public static MappingShape<PathReadyDocument> Shape { get; } = new MappingShape<PathReadyDocument>(new PathReadyDocument())
        .Required("path", new UrlPathShape("/health"), (document, value) => document with { Path = value })
        .Optional("within", new RealDurationShape(), (document, value) => document with { Within = value });

    public Spanned<string>? Path { get; init; }
}
