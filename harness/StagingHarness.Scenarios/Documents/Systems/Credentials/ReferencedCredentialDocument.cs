using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Credentials;

/// <summary>A secret that exists already; the file names where it lies, and never what it is.</summary>
internal sealed record ReferencedCredentialDocument : CredentialDocument
{
    public static MappingShape<ReferencedCredentialDocument> Shape { get; } =
        new MappingShape<ReferencedCredentialDocument>(new ReferencedCredentialDocument())
            .Optional("header", new HeaderNameShape("the name of a request header", "X-Api-Key"), (document, value) => document with { Header = value })
            .WhenWritten("header", document => document with { HasHeader = true })
            .Required("from", SecretSourceDocument.AnyShape, (document, value) => document with { From = value })
            .Elsewhere("client", "it belongs to a credential with 'from: provider'");

    public Spanned<SecretSourceDocument>? From { get; init; }

    /// <summary>Also true when what is written there could not be read.</summary>
    public bool HasHeader { get; init; }
}
