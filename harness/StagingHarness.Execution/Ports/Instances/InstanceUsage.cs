namespace StagingHarness.Execution.Ports.Instances;

/// <summary>What an instance uses now.</summary>
/// <param name="ProcessorTime">Processor time since its start, of all its threads.</param>
/// <param name="MemoryBytes">Memory that it holds, without file cache where the engine can tell.</param>
public sealed record InstanceUsage(TimeSpan ProcessorTime, long MemoryBytes)
{
    /// <summary>Most memory that it may hold, as the system enforces it; null where the engine enforces none.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>How often it wanted more of the processors than it may have; null where the engine does not count that.</summary>
    public long? Throttled { get; init; }
}
