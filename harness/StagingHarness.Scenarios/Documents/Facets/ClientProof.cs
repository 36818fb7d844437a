namespace StagingHarness.Scenarios.Documents.Facets;

/// <summary>How clients prove who they are (OpenID Connect Core 1.0, section 9; RFC 8705, section 2).</summary>
internal enum ClientProof
{
    ClientSecretBasic,
    ClientSecretPost,
    PrivateKeyJwt,
    TlsClientAuth,
    SelfSignedTlsClientAuth,
}
