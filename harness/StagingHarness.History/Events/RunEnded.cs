using System.Collections.Immutable;

namespace StagingHarness.History.Events;

/// <summary>The last event: everything is stopped. A journal without it was cut off.</summary>
public sealed record RunEnded : JournalEvent
{
    public required RunEnding Ending { get; init; }

    /// <summary>The first cause, when the run did not complete; null otherwise.</summary>
    public required string? Cause { get; init; }

    /// <summary>What could not be cleaned up; empty when nothing is left behind.</summary>
    public required ImmutableArray<string> LeftBehind { get; init; }
}
