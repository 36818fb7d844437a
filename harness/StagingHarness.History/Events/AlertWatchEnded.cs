namespace StagingHarness.History.Events;

/// <summary>Alert rules are evaluated no more: the traffic is stopped.</summary>
public sealed record AlertWatchEnded : JournalEvent
{
    /// <summary>Evaluations of all rules together, each counted once.</summary>
    public required long Evaluations { get; init; }

    /// <summary>Moment of the last one, real time since the epoch.</summary>
    public required TimeSpan Until { get; init; }
}
