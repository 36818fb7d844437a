using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Holds expectations against what was measured so far, and lets the steps go on only when all of them are met.</summary>
public sealed record GateStepPlan : StepPlan
{
    /// <summary>Name of the phase that its expectations are measured in: its window.</summary>
    public const string Window = "gate";

    /// <summary>The window is the last stretch of so much incident time, but never more than since the last change of traffic; null: all of that.</summary>
    public required IncidentDuration? Over { get; init; }

    /// <summary>What happens when one of them is not met, or could not be measured.</summary>
    public required GateOtherwise Otherwise { get; init; }

    /// <summary>At least one, each in <see cref="Window"/>.</summary>
    public required ImmutableArray<ExpectationPlan> Expectations { get; init; }

    /// <summary>What every server serves in the end when it refuses, by the server's name.</summary>
    public required ImmutableSortedDictionary<string, ServerVersion> EndState { get; init; }
}
