namespace StagingHarness.History.Events;

/// <summary>A step did not take effect.</summary>
public sealed record StepFailed : JournalEvent
{
    /// <summary>Why, with the last observation.</summary>
    public required string Reason { get; init; }

    public required StepFailureKind Kind { get; init; }
}
