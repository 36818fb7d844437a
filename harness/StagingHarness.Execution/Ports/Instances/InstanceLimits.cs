namespace StagingHarness.Execution.Ports.Instances;

/// <summary>What a running instance may use from now on; what is null stays as it is.</summary>
public sealed record InstanceLimits
{
    public long? MemoryBytes { get; init; }

    /// <summary>Processors, such as 0.1; infinity: as many as there are.</summary>
    public double? Processors { get; init; }
}
