namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>
/// How many writes that were acknowledged to the client are absent at the end, how many are present more than once, and how many are
/// present that were not acknowledged. A number that is not asked for is null.
/// </summary>
public sealed record LedgerExpectationPlan : ExpectationPlan
{
    public required CountBounds? Lost { get; init; }

    public required CountBounds? Doubled { get; init; }

    /// <summary>Null also in the plan of a run that an older harness recorded.</summary>
    public CountBounds? UnacknowledgedPresent { get; init; }

    /// <summary>Acknowledged writes below which it is inconclusive.</summary>
    public required int MinimumSamples { get; init; }
}
