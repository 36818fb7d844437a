using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>How a server says which versions it runs.</summary>
internal sealed record AttestDocument
{
    public static MappingShape<AttestDocument> Shape { get; } = new MappingShape<AttestDocument>(new AttestDocument())
        .Required("path", new UrlPathShape("/version"), (document, value) => document with { Path = value })
        .Required("release", new JsonPointerShape("/release"), (document, value) => document with { Release = value })
        .Required(
            "platform",
            new JsonPointerShape("/platform"),
            (document, value) => document with { Platform = value })
        .Optional(
            "libraries",
            new JsonPointerShape("/libraries"),
            (document, value) => document with { Libraries = value });

    public Spanned<string>? Path { get; init; }

    public Spanned<string>? Release { get; init; }

    public Spanned<string>? Platform { get; init; }

    public Spanned<string>? Libraries { get; init; }
}
