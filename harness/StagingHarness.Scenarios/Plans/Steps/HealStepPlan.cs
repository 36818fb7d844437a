namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Ends a fault that lasts beyond its step.</summary>
public sealed record HealStepPlan : StepPlan
{
    /// <summary>Null: every one that is still open, the last one first.</summary>
    public required string? Fault { get; init; }
}
