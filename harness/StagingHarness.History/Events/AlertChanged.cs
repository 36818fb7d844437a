namespace StagingHarness.History.Events;

/// <summary>An alert rule stands otherwise than at its last evaluation. From firing to quiet, it is resolved.</summary>
public sealed record AlertChanged : JournalEvent
{
    public required string Rule { get; init; }

    public required AlertState From { get; init; }

    public required AlertState To { get; init; }

    /// <summary>The moment for which it was evaluated, real time since the epoch.</summary>
    public required TimeSpan Evaluated { get; init; }

    /// <summary>What was measured, in words.</summary>
    public required string Reading { get; init; }

    /// <summary>Samples of the window, and how many it needs.</summary>
    public required long Samples { get; init; }

    public required long Needed { get; init; }

    /// <summary>It pages.</summary>
    public bool Pages { get; init; }
}
