namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Runs a job of the system once, to its end. It moves no server and no traffic.</summary>
public sealed record JobStepPlan : StepPlan
{
    /// <summary>Name of the job in the system.</summary>
    public required string Job { get; init; }

    /// <summary>Name of the phase that begins when the job has ended; null when none does.</summary>
    public required string? Begins { get; init; }
}
