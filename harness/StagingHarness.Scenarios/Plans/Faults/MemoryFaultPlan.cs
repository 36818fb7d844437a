namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>The instances may hold so much memory, and no more; when the fault ends, what the system file grants them.</summary>
public sealed record MemoryFaultPlan : InstanceFaultPlan
{
    public required long LimitBytes { get; init; }
}
