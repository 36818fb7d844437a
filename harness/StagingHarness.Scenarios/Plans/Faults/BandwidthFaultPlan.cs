namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>Only so many bytes pass each way in a second.</summary>
public sealed record BandwidthFaultPlan : LinkFaultPlan
{
    public required long BytesPerSecond { get; init; }
}
