using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Breaks something, and proves that it is broken. With <see cref="StepPlan.Takes"/> the fault ends with the step.</summary>
public sealed record FaultStepPlan : StepPlan
{
    public required FaultPlan Fault { get; init; }

    /// <summary>The fault lasts beyond its step, until it is healed.</summary>
    public required bool StaysOpen { get; init; }

    /// <summary>Real time within which its effect must show.</summary>
    public required TimeSpan ProveWithin { get; init; }
}
