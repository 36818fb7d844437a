using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Attestation;

/// <summary>A server says in headers of an answer which versions it runs.</summary>
internal sealed record HeaderAttestDocument : AttestDocument
{
    public static MappingShape<HeaderAttestDocument> Shape { get; } = new MappingShape<HeaderAttestDocument>(new HeaderAttestDocument())
        .Required("path", new UrlPathShape("/"), (document, value) => document with { Path = value })
        .Required(
            "release-header",
            new HeaderNameShape("the name of a response header", "X-Version"),
            (document, value) => document with { ReleaseHeader = value })
        .Optional(
            "platform-header",
            new HeaderNameShape("the name of a response header", "X-Platform"),
            (document, value) => document with { PlatformHeader = value })
        .WhenWritten("platform-header", document => document with { HasPlatformHeader = true })
        .Optional(
            "configuration-header",
            new HeaderNameShape("the name of a response header", "X-Configuration"),
            (document, value) => document with { ConfigurationHeader = value })
        .Elsewhere("platform", "it belongs beside 'release'; beside 'release-header' write 'platform-header'")
        .Elsewhere("libraries", "it belongs beside 'release': only a JSON document can list them");

    public Spanned<string>? Path { get; init; }

    public Spanned<string>? ReleaseHeader { get; init; }

    public Spanned<string>? PlatformHeader { get; init; }

    /// <summary>Also true when what is written there could not be read.</summary>
    public bool HasPlatformHeader { get; init; }

    public Spanned<string>? ConfigurationHeader { get; init; }
}
