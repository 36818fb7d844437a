using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>A fault of instances.</summary>
public abstract record InstanceFaultPlan : FaultPlan
{
    private protected InstanceFaultPlan()
    {
    }

    /// <summary>At least one, such as <c>portal-2</c>; already drawn where the scenario names only how many.</summary>
    public required ImmutableArray<string> Instances { get; init; }
}
