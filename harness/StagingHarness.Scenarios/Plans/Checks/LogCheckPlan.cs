namespace StagingHarness.Scenarios.Plans.Checks;

/// <summary>All targets together have written so many lines that match.</summary>
public sealed record LogCheckPlan : TargetedCheckPlan
{
    /// <summary>Regular expression of .NET, searched in each line.</summary>
    public required string Pattern { get; init; }

    public required int AtLeast { get; init; }

    public required CheckSince Since { get; init; }
}
