using System.Text.Json.Serialization;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.History.Events;

/// <summary>A server was started, and never came up.</summary>
public sealed record InstanceFailedToStart : JournalEvent
{
    public required string Instance { get; init; }

    public required string Service { get; init; }

    /// <summary>The version that was to run.</summary>
    public required ServerVersion Version { get; init; }

    /// <summary>Counts the starts of this instance, from 1.</summary>
    public required int Generation { get; init; }

    /// <summary>Log file, relative to the run folder; null where no process came about that could write.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Log { get; init; }
}
