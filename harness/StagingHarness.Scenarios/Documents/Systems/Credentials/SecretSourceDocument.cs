using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Credentials;

/// <summary>Where a secret lies that the harness does not make itself, as written: one record per kind of place.</summary>
internal abstract record SecretSourceDocument
{
    private protected SecretSourceDocument()
    {
    }

    public static VariantShape<SecretSourceDocument> AnyShape { get; } =
        new VariantShape<SecretSourceDocument>("source of secrets") { StandsAlone = true }
            .Kind("environment", EnvironmentSecretDocument.Shape)
            .Kind("file", FileSecretDocument.Shape);
}
