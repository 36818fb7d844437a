using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Systems.Attestation;

/// <summary>A command, run in the instance, prints the release's name.</summary>
public sealed record CommandAttestationPlan : AttestationPlan
{
    /// <summary>Program and arguments.</summary>
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>Regular expression whose first group is the name in what it printed; null: its output, trimmed, is the name.</summary>
    public required string? Pattern { get; init; }
}
