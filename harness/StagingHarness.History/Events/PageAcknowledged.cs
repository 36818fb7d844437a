namespace StagingHarness.History.Events;

/// <summary>The on-call team has acknowledged the page.</summary>
public sealed record PageAcknowledged : JournalEvent
{
    public required string By { get; init; }
}
