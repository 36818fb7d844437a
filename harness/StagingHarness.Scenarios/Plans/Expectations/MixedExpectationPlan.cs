namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>
/// The gateway led to so many servers, so many of them on the new version, for at least this long and this many requests: both
/// are part of what is asked for.
/// </summary>
public sealed record MixedExpectationPlan : ExpectationPlan
{
    public required int New { get; init; }

    public required int Of { get; init; }

    public required int LeastRequests { get; init; }

    /// <summary>Real time; zero when only requests count.</summary>
    public required TimeSpan LeastTime { get; init; }
}
