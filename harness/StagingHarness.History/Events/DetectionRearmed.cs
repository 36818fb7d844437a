namespace StagingHarness.History.Events;

/// <summary>Detection watches again, from nothing.</summary>
public sealed record DetectionRearmed : JournalEvent
{
    public required string Reason { get; init; }
}
