namespace StagingHarness.History.Events;

/// <summary>The end state was measured, on the requests that were due in a stretch which ends with this event and in which nothing changed.</summary>
public sealed record EndStateMeasured : JournalEvent
{
    /// <summary>Real time since the epoch at which the stretch began; it may lie before its step, where nothing changed meanwhile.</summary>
    public required TimeSpan From { get; init; }
}
