namespace StagingHarness.Execution.Ports;

/// <summary>What an instance uses now.</summary>
/// <param name="ProcessorTime">Processor time since its start, of all its threads.</param>
/// <param name="MemoryBytes">Memory that it holds, without file cache where the engine can tell.</param>
public sealed record InstanceUsage(TimeSpan ProcessorTime, long MemoryBytes);
