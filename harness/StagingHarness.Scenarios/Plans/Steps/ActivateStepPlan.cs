namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Hands all traffic to the staged version at once, in one change of the gateway; then the old one is drained and stopped.</summary>
public sealed record ActivateStepPlan : VersionStepPlan
{
    /// <summary>Name of the phase that begins when the step is done.</summary>
    public required string Begins { get; init; }
}
