using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>The instances get so much of one processor, and no more; when the fault ends, as much as they want.</summary>
public sealed record ProcessorFaultPlan : InstanceFaultPlan
{
    public required Share Limit { get; init; }
}
