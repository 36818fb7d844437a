using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Systems.Attestation;

/// <summary>The instance serves a JSON document that says it; where in it, RFC 6901 pointers tell.</summary>
public sealed record JsonAttestationPlan : AttestationPlan
{
    public required string Path { get; init; }

    public required string ReleasePointer { get; init; }

    /// <summary>Null for a service without platforms.</summary>
    public required string? PlatformPointer { get; init; }

    /// <summary>Object of library name to version; null when the service attests none.</summary>
    public required string? LibrariesPointer { get; init; }

    /// <summary>Null when a server does not say how it is configured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ConfigurationPointer { get; init; }
}
