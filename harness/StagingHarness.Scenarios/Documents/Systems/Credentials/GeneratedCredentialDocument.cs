using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Credentials;

/// <summary>A secret of the system's own.</summary>
internal sealed record GeneratedCredentialDocument : CredentialDocument
{
    public static MappingShape<GeneratedCredentialDocument> Shape { get; } =
        new MappingShape<GeneratedCredentialDocument>(new GeneratedCredentialDocument())
            .Optional("header", new HeaderNameShape("the name of a request header", "X-Api-Key"), (document, value) => document with { Header = value })
            .WhenWritten("header", document => document with { HasHeader = true })
            .Required("generated", new FlagShape(), (document, value) => document with { Generated = value })
            .Elsewhere("client", "it belongs to a credential with 'from: provider'");

    public Spanned<bool>? Generated { get; init; }

    /// <summary>Also true when what is written there could not be read.</summary>
    public bool HasHeader { get; init; }
}
