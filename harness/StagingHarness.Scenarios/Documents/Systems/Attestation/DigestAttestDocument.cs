using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Attestation;

/// <summary>The digest of what runs is that of the release's artifact; nothing is asked of the server.</summary>
internal sealed record DigestAttestDocument : AttestDocument
{
    public static MappingShape<DigestAttestDocument> Shape { get; } = new MappingShape<DigestAttestDocument>(new DigestAttestDocument())
        .Required("digest", new FlagShape(), (document, value) => document with { Digest = value })
        .Elsewhere("path", "it belongs beside 'release' or 'release-header'; a digest asks no path");

    public Spanned<bool>? Digest { get; init; }
}
