using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Systems.Credentials;

/// <summary>What a client of the system shows, or what its services keep between them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(GeneratedSecretPlan), "generated")]
[JsonDerivedType(typeof(EnvironmentSecretPlan), "environment")]
[JsonDerivedType(typeof(FileSecretPlan), "file")]
[JsonDerivedType(typeof(ProviderTokenPlan), "provider-token")]
public abstract record CredentialPlan
{
    private protected CredentialPlan()
    {
    }

    public required string Name { get; init; }
}
