namespace StagingHarness.History.Events;

/// <summary>The on-call team is paged.</summary>
public sealed record PageSent : JournalEvent
{
    public required string Summary { get; init; }

    /// <summary>The alert rule that paged; null when detection did.</summary>
    public string? Rule { get; init; }
}
