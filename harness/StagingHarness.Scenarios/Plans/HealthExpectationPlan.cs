using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans;

/// <summary>A share of the health checks, read on every instance directly, that answered with the status.</summary>
public sealed record HealthExpectationPlan : ExpectationPlan
{
    public required ImmutableArray<string> Phases { get; init; }

    public required int Status { get; init; }

    public required ShareBounds Share { get; init; }

    public required SampleMinimum Samples { get; init; }
}
