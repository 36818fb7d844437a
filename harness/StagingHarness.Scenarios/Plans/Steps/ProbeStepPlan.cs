using StagingHarness.Scenarios.Plans.Checks;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Asks the stage once; what it asks for must hold.</summary>
public sealed record ProbeStepPlan : StepPlan
{
    public required CheckPlan Check { get; init; }
}
