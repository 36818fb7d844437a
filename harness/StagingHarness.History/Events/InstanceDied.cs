using System.Collections.Immutable;

namespace StagingHarness.History.Events;

/// <summary>An instance ended although nobody stopped it.</summary>
public sealed record InstanceDied : JournalEvent
{
    public required string Instance { get; init; }

    public required int Generation { get; init; }

    public required int? ExitCode { get; init; }

    /// <summary>The last lines that it wrote.</summary>
    public required ImmutableArray<string> LastOutput { get; init; }
}
