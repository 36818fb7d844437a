using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans;

/// <summary>What a client of the system shows: one request header, whose value is made anew for each run.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(GeneratedSecretPlan), "generated")]
[JsonDerivedType(typeof(ProviderTokenPlan), "provider-token")]
public abstract record CredentialPlan
{
    private protected CredentialPlan()
    {
    }

    public required string Name { get; init; }

    /// <summary>Request header that carries it.</summary>
    public required string Header { get; init; }
}
