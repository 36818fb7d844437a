namespace StagingHarness.Scenarios.Plans;

/// <summary>An access token from the provider's token endpoint (OAuth 2.0 client credentials), sent as <c>Bearer</c>.</summary>
public sealed record ProviderTokenPlan : CredentialPlan
{
    public required string ClientId { get; init; }
}
