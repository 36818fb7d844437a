namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Health checks, read on every instance directly, that answered with the status.</summary>
public sealed record HealthExpectationPlan : CountedExpectationPlan
{
    public required int Status { get; init; }
}
