namespace StagingHarness.Scenarios.Plans.Checks;

/// <summary>A check of one instance, or of every server of a service; exactly one of the two is given.</summary>
public abstract record TargetedCheckPlan : CheckPlan
{
    private protected TargetedCheckPlan()
    {
    }

    /// <summary>Every server that it has when it is asked; null when one instance is meant.</summary>
    public required string? Service { get; init; }

    /// <summary>Null when a service is meant.</summary>
    public required string? Instance { get; init; }
}
