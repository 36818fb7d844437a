namespace StagingHarness.History.Events;

/// <summary>Alert rules are evaluated from now on.</summary>
public sealed record AlertWatchBegan : JournalEvent
{
    /// <summary>Evaluations are so far apart, from <see cref="Origin"/> on; real time.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>The first request is due, real time since the epoch.</summary>
    public required TimeSpan Origin { get; init; }
}
