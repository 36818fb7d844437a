using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.History.Events;

/// <summary>The first event: the plan, and what runs it.</summary>
public sealed record RunStarted : JournalEvent
{
    /// <summary>Version of the journal format; a reader refuses one that it does not know.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>Unique on this host; labels every object of the run.</summary>
    public required string RunId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required string HarnessVersion { get; init; }

    /// <summary><c>process</c> or <c>docker</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>Why this engine serves, in one plain line.</summary>
    public required string EngineReason { get; init; }

    /// <summary>Version of the engine as it tells it itself; null for an engine that has none.</summary>
    public string? EngineVersion { get; init; }

    /// <summary>What else the engine had to say when the run began: what it swept away, what it does without and why; a line each.</summary>
    public ImmutableArray<string> EngineNotices { get; init; } = [];

    /// <summary>Operating system, architecture and runtime.</summary>
    public required string Host { get; init; }

    public required ScenarioPlan Plan { get; init; }
}
