using System.Collections.Immutable;
using StagingHarness.Analysis.Causes;
using StagingHarness.Analysis.Runs;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Looks for the cause as every verdict does, and holds it against the one that is expected.</summary>
internal static class CauseEvaluator
{
    public static ExpectationResult Evaluate(CauseExpectationPlan plan, RunAnalysis analysis)
    {
        var cause = CauseFinder.Find(analysis);

        // With more of the evidence the suspicion could be another one, in either direction.
        var (standing, reason) = (analysis.WhyIncomplete ?? WhyNoEvidence(analysis), Names(plan, cause)) switch
        {
            ({ } incomplete, _) => (Standing.Inconclusive, (string?)incomplete),
            (null, true) => (Standing.Met, null),
            (null, false) => (Standing.NotMet, null),
        };
        return ExpectationResult.Of(
            plan,
            new Assessment(standing, CauseText.Got(cause), reason),
            new ExpectationSamples("suspicion", cause is null ? 0 : 1, 1, 0, ImmutableSortedDictionary<string, long>.Empty),
            PhaseSelection.Of(analysis, []));
    }

    private static bool Names(CauseExpectationPlan plan, SuspectedCause? cause) => cause is not null
        && (plan.Facet is null || plan.Facet == cause.Facet)
        && (plan.Library is null || plan.Library == cause.Library?.Name || cause.Family?.Libraries.ContainsKey(plan.Library) == true)
        && (plan.Release is null || Differs(cause, "release", plan.Release))
        && (plan.Configuration is null || Differs(cause, "configuration", plan.Configuration));

    private static bool Differs(SuspectedCause cause, string what, string failed) =>
        cause.Differences.Any(difference => difference.What == what && difference.Failed.Contains(failed));

    private static string? WhyNoEvidence(RunAnalysis analysis) =>
        analysis.Record.Logs.Any(log => log.IsMissing) ? "a log is missing, so that nobody knows what was written there" : null;
}
