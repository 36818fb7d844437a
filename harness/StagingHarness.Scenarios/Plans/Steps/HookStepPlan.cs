namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Runs code that was handed in with the run, by its name.</summary>
public sealed record HookStepPlan : StepPlan
{
    public required string Hook { get; init; }

    /// <summary>Real time after which it is given up.</summary>
    public required TimeSpan AtMost { get; init; }
}
