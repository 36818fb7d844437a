using System.Collections.Immutable;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Leads traffic to servers that were added: an exact share of it, or as much as each of the others has.</summary>
public sealed record LeadStepPlan : VersionStepPlan
{
    /// <summary>What they get together; null: as much as each of the others.</summary>
    public required Share? Share { get; init; }

    /// <summary>Servers with the old version that get the same share together, as far as there is so much left.</summary>
    public required ImmutableArray<string> Twins { get; init; }

    /// <summary>The first share of its canary: the phase <c>canary</c> begins with it.</summary>
    public required bool Opens { get; init; }

    /// <summary>Name of the phase that begins when the step is done; null when it begins none.</summary>
    public required string? Begins { get; init; }
}
