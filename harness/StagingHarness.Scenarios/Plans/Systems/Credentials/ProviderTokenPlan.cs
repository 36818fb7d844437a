namespace StagingHarness.Scenarios.Plans.Systems.Credentials;

/// <summary>An access token from the provider's token endpoint (OAuth 2.0 client credentials), sent as <c>Bearer</c>.</summary>
public sealed record ProviderTokenPlan : CredentialPlan
{
    /// <summary>Request header that carries it.</summary>
    public required string Header { get; init; }

    public required string ClientId { get; init; }
}
