using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>When a server is ready.</summary>
internal sealed record ReadyDocument
{
    public static MappingShape<ReadyDocument> Shape { get; } = new MappingShape<ReadyDocument>(new ReadyDocument())
        .Required("path", new UrlPathShape("/health"), (document, value) => document with { Path = value })
        .Optional("within", new RealDurationShape(), (document, value) => document with { Within = value });

    public Spanned<string>? Path { get; init; }

    public Spanned<TimeSpan>? Within { get; init; }
}
