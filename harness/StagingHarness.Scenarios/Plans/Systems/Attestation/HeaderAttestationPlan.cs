using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Systems.Attestation;

/// <summary>A header of the answer to a GET of <see cref="Path"/>, whatever its status, holds the release's name.</summary>
public sealed record HeaderAttestationPlan : AttestationPlan
{
    public required string Path { get; init; }

    public required string ReleaseHeader { get; init; }

    /// <summary>Null for a service without platforms.</summary>
    public required string? PlatformHeader { get; init; }

    /// <summary>Null when a server does not say how it is configured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ConfigurationHeader { get; init; }
}
