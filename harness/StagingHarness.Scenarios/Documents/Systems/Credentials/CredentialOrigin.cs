namespace StagingHarness.Scenarios.Documents.Systems.Credentials;

/// <summary>Who issues a credential that the harness does not make itself.</summary>
internal enum CredentialOrigin
{
    Provider,
}
