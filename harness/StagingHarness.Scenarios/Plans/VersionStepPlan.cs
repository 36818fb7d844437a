namespace StagingHarness.Scenarios.Plans;

/// <summary>A step that moves the servers of one service towards a version.</summary>
public abstract record VersionStepPlan : StepPlan
{
    private protected VersionStepPlan()
    {
    }

    public required string Service { get; init; }

    /// <summary>The version that the servers hold (staged) or serve (activated, restarted) once the step is done.</summary>
    public required ServerVersion Version { get; init; }
}
