using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Attestation;

/// <summary>A server says in a JSON document which versions it runs.</summary>
internal sealed record JsonAttestDocument : AttestDocument
{
    public static MappingShape<JsonAttestDocument> Shape { get; } = new MappingShape<JsonAttestDocument>(new JsonAttestDocument())
        .Required("path", new UrlPathShape("/version"), (document, value) => document with { Path = value })
        .Required("release", new JsonPointerShape("/release"), (document, value) => document with { Release = value })
        .Optional("platform", new JsonPointerShape("/platform"), (document, value) => document with { Platform = value })
        .WhenWritten("platform", document => document with { HasPlatform = true })
        .Optional("configuration", new JsonPointerShape("/configuration"), (document, value) => document with { Configuration = value })
        .Optional("libraries", new JsonPointerShape("/libraries"), (document, value) => document with { Libraries = value })
        .Elsewhere("platform-header", "it belongs beside 'release-header'; beside 'release' write 'platform' with a JSON pointer");

    public Spanned<string>? Path { get; init; }

    public Spanned<string>? Release { get; init; }

    public Spanned<string>? Platform { get; init; }

    /// <summary>Also true when what is written there could not be read.</summary>
    public bool HasPlatform { get; init; }

    public Spanned<string>? Configuration { get; init; }

    public Spanned<string>? Libraries { get; init; }
}
