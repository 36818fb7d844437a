namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Hands all traffic to the staged version at once, in one change of the gateway, and keeps the old one running beside it.</summary>
public sealed record SwitchStepPlan : VersionStepPlan
{
    /// <summary>Name of the phase that begins when the step is done.</summary>
    public required string Begins { get; init; }
}
