namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>States of instances: one observation at the beginning of each phase, and one at each start, stop and death.</summary>
public sealed record InstanceExpectationPlan : CountedExpectationPlan
{
    public required InstanceState State { get; init; }

    /// <summary>Null for every service on the stage.</summary>
    public required string? Service { get; init; }

    /// <summary>Null for every instance.</summary>
    public required string? Instance { get; init; }
}
