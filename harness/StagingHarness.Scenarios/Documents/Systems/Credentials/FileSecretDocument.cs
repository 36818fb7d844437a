using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Credentials;

/// <summary>A secret in a file of this machine.</summary>
internal sealed record FileSecretDocument : SecretSourceDocument
{
    public static MappingShape<FileSecretDocument> Shape { get; } =
        new MappingShape<FileSecretDocument>(new FileSecretDocument())
            .Required("file", new SecretPathShape(), (document, value) => document with { File = value });

    public Spanned<string>? File { get; init; }
}
