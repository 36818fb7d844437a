namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>A path that the instances may write is filled to its last byte; when the fault ends, what filled it is gone.</summary>
public sealed record FullDiskFaultPlan : InstanceFaultPlan
{
    /// <summary>Absolute, in the container.</summary>
    public required string Path { get; init; }

    /// <summary>How much fits there from the start of the stage on.</summary>
    public required long SizeBytes { get; init; }
}
