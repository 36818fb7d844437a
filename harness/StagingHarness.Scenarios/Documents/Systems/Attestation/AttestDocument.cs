using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Attestation;

/// <summary>How it is found out which version a server really runs, as written: one record per kind.</summary>
internal abstract record AttestDocument
{
    private protected AttestDocument()
    {
    }

    public static VariantShape<AttestDocument> AnyShape { get; } =
        new VariantShape<AttestDocument>("attestation") { StandsAlone = true }
            .Kind("release", JsonAttestDocument.Shape)
            .Kind("release-header", HeaderAttestDocument.Shape)
            .Kind("command", CommandAttestDocument.Shape)
            .Kind("digest", DigestAttestDocument.Shape);
}
