using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>The time that passes from one milestone to another.</summary>
public sealed record TimeExpectationPlan : ExpectationPlan
{
    public required Milestone From { get; init; }

    public required Milestone To { get; init; }

    /// <summary>Null asks nothing.</summary>
    public required ClockDuration? AtLeast { get; init; }

    /// <summary>Null asks nothing.</summary>
    public required ClockDuration? AtMost { get; init; }
}
