using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Credentials;

/// <summary>What a client shows, as written: one record per origin.</summary>
internal abstract record CredentialDocument
{
    private protected CredentialDocument()
    {
    }

    public static CredentialShape AnyShape { get; } = new();

    /// <summary>Must be there when traffic carries the credential.</summary>
    public Spanned<string>? Header { get; init; }
}
