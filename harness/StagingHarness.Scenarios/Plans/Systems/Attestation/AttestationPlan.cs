using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Systems.Attestation;

/// <summary>How it is found out which version an instance really runs.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(JsonAttestationPlan), "json")]
[JsonDerivedType(typeof(HeaderAttestationPlan), "header")]
[JsonDerivedType(typeof(CommandAttestationPlan), "command")]
[JsonDerivedType(typeof(DigestAttestationPlan), "digest")]
public abstract record AttestationPlan
{
    private protected AttestationPlan()
    {
    }
}
