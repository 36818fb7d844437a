namespace StagingHarness.Scenarios.Documents.Facets;

/// <summary>How clients prove who they are (OpenID Connect Core 1.0, section 9).</summary>
internal enum ClientProof
{
    ClientSecretBasic,
    ClientSecretPost,
    PrivateKeyJwt,
}
