namespace StagingHarness.History.Events;

/// <summary>One reading of what one server uses, as the engine gives it.</summary>
public sealed record UsageObserved : JournalEvent
{
    public required string Instance { get; init; }

    public required int Generation { get; init; }

    /// <summary>Processor time since its start.</summary>
    public required TimeSpan ProcessorTime { get; init; }

    public required long MemoryBytes { get; init; }

    /// <summary>What it may hold: as the system enforces it, else as the system file has it.</summary>
    public required long MemoryLimitBytes { get; init; }
}
