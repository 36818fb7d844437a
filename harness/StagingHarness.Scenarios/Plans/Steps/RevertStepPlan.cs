using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>
/// Brings a service back to what served before its upgrade began, whatever state it is in: leads the traffic to what still serves that,
/// at once, then puts back every server that does not, and removes servers that were added.
/// </summary>
public sealed record RevertStepPlan : VersionStepPlan
{
    /// <summary>What each server must serve when it is done; any other server of the service leaves the stage.</summary>
    public required ImmutableSortedDictionary<string, ServerVersion> Versions { get; init; }

    /// <summary>So many servers are put back at a time.</summary>
    public required int Batch { get; init; }

    /// <summary>Name of the phase that begins when all traffic is back.</summary>
    public required string Begins { get; init; }

    /// <summary>Only when the gate above it refuses; what comes after it in the scenario is left out then.</summary>
    public required bool OnRefusal { get; init; }
}
