using StagingHarness.Scenarios.Plans.Checks;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Asks the stage until what it asks for holds; a page ends no wait.</summary>
public sealed record WaitStepPlan : StepPlan
{
    public required CheckPlan Check { get; init; }

    /// <summary>Real time after which it has failed.</summary>
    public required TimeSpan AtMost { get; init; }
}
