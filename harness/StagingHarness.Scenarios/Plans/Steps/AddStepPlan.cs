using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Starts servers that the stage did not have, without traffic: those of a canary with their baseline, or nodes that join.</summary>
public sealed record AddStepPlan : VersionStepPlan
{
    /// <summary>The same number of fresh servers with what serves now: of the same age and size, to compare with. Empty where nothing is compared.</summary>
    public required ImmutableArray<string> Twins { get; init; }

    public required ServerVersion TwinVersion { get; init; }
}
