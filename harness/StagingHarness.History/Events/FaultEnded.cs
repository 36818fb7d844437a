namespace StagingHarness.History.Events;

/// <summary>A fault is no longer there.</summary>
public sealed record FaultEnded : JournalEvent
{
    /// <summary>Its name.</summary>
    public required string Fault { get; init; }

    public required FaultEnding Ending { get; init; }

    /// <summary>What was seen at its end, with what it did in all where that is counted.</summary>
    public required string Outcome { get; init; }
}
