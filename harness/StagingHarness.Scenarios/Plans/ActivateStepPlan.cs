namespace StagingHarness.Scenarios.Plans;

/// <summary>Starts the staged version beside the old one on every server, and hands all traffic over at once when all are ready.</summary>
public sealed record ActivateStepPlan : VersionStepPlan
{
    /// <summary>Name of the phase that begins when the step is done.</summary>
    public required string Begins { get; init; }
}
