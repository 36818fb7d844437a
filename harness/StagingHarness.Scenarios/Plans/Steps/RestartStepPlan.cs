namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Stops every server of the service and starts it with the version placed on it; traffic returns when it is done.</summary>
public sealed record RestartStepPlan : VersionStepPlan
{
    /// <summary>Name of the phase that begins when the step is done.</summary>
    public required string Begins { get; init; }
}
