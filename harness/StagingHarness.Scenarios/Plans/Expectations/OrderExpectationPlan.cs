using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>The milestones all came, in this order.</summary>
public sealed record OrderExpectationPlan : ExpectationPlan
{
    public required ImmutableArray<Milestone> Milestones { get; init; }
}
