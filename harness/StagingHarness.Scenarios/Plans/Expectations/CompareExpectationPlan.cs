using System.Collections.Immutable;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>
/// A share of answers against the share of others: of another phase, or of other servers. Servers are compared while both
/// take traffic, so that nothing but the servers differs.
/// </summary>
public sealed record CompareExpectationPlan : ExpectationPlan
{
    public required ImmutableArray<string> Phases { get; init; }

    public required AnswerCondition Answers { get; init; }

    public required AnswerSelection Of { get; init; }

    /// <summary>Phases of the others; empty: the same phases, at moments at which both take traffic.</summary>
    public required ImmutableArray<string> AgainstPhases { get; init; }

    /// <summary>Which requests are the others.</summary>
    public required AnswerSelection Against { get; init; }

    public required ComparisonClaim Claim { get; init; }

    /// <summary>The smallest difference of shares that matters.</summary>
    public required Share Margin { get; init; }

    /// <summary>Chance of a wrong conclusion that is put up with.</summary>
    public required Share Significance { get; init; }

    /// <summary>Requests on either side below which it is inconclusive, never met.</summary>
    public required int MinimumSamples { get; init; }
}
