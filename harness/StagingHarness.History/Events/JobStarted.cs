using System.Collections.Immutable;

namespace StagingHarness.History.Events;

/// <summary>A job of the system was started.</summary>
public sealed record JobStarted : JournalEvent
{
    public required string Job { get; init; }

    /// <summary>Counts the starts of this job in the run, from 1.</summary>
    public required int Generation { get; init; }

    /// <summary>Process id or container id.</summary>
    public required string Identity { get; init; }

    /// <summary>Log file, relative to the run folder.</summary>
    public required string Log { get; init; }

    /// <summary>Artifact id to digest of what it runs.</summary>
    public required ImmutableSortedDictionary<string, string> Digests { get; init; }
}
