using StagingHarness.Scenarios.Plans;

namespace StagingHarness.History.Events;

/// <summary>An instance runs and is ready.</summary>
public sealed record InstanceStarted : JournalEvent
{
    public required string Instance { get; init; }

    /// <summary>Null for gateway, provider and generator.</summary>
    public required string? Service { get; init; }

    /// <summary>The version that was started, as placed; null where there is none. What it really runs is attested.</summary>
    public required ServerVersion? Version { get; init; }

    /// <summary>Counts the starts of this instance, from 1.</summary>
    public required int Generation { get; init; }

    /// <summary>Process id or container id.</summary>
    public required string Identity { get; init; }

    public required string Address { get; init; }

    public required TimeSpan ReadyAfter { get; init; }

    /// <summary>Log file, relative to the run folder.</summary>
    public required string Log { get; init; }

    /// <summary><c>sha256:</c> digest of what it runs, as the engine reads it off the running instance; null when it cannot.</summary>
    public string? Digest { get; init; }
}
