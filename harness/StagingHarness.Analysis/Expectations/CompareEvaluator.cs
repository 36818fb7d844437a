using System.Collections.Immutable;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Counts what is compared on both sides, and holds the two counts against the claim.</summary>
internal static class CompareEvaluator
{
    public static ExpectationResult Evaluate(CompareExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);
        var others = plan.AgainstPhases.IsEmpty ? phases : PhaseSelection.Of(analysis, plan.AgainstPhases);
        var (of, against) = (new AnswerFilter(analysis, plan.Of), new AnswerFilter(analysis, plan.Against));
        var together = Together(plan, of, against, phases, analysis);
        var these = Count(of.Among(phases.Samples()), together, plan.Answers);
        var those = Count(against.Among(others.Samples()), together, plan.Answers);
        var samples = new ExpectationSamples(
            "request", Math.Min(these.Total, those.Total), plan.MinimumSamples, 0, ImmutableSortedDictionary<string, long>.Empty);
        var why = phases.WhyMissing
            ?? others.WhyMissing
            ?? (together is { Length: 0 } ? "at no moment did both of them take traffic" : null)
            ?? (samples.WhyTooFew is { } few ? $"{few} on either side" : null);
        var measured = new ShareDifference(these.Hits, these.Total, those.Hits, those.Total, plan.Significance.Value);
        return ExpectationResult.Of(plan, Assess(plan, measured, why), samples, phases) with
        {
            Window = others == phases ? phases.Describe() : $"{phases.Describe()}, against {others.Describe()}",
        };
    }

    private static Assessment Assess(CompareExpectationPlan plan, ShareDifference measured, string? why)
    {
        if (why is not null)
        {
            return new Assessment(Standing.Inconclusive, $"{measured.Counts}", why);
        }

        var margin = plan.Margin.Value;
        var (met, refuted) = plan.Claim switch
        {
            ComparisonClaim.NoMore => (measured.Highest <= margin, measured.Lowest > margin),
            ComparisonClaim.More => (measured.ChanceOfMore <= plan.Significance.Value, measured.Highest <= margin),
            ComparisonClaim.Different =>
                (measured.ChanceOfDifferent <= plan.Significance.Value, measured.Highest <= margin && measured.Lowest >= -margin),
        };
        return (met, refuted) switch
        {
            (true, _) => new Assessment(Standing.Met, measured.ToString(), null),
            (false, true) => new Assessment(Standing.NotMet, measured.ToString(), null),
            (false, false) => new Assessment(
                Standing.Inconclusive, measured.ToString(), $"the samples support neither side of a margin of {plan.Margin}: {measured.LeastShown}"),
        };
    }

    /// <summary>
    /// The stretches in which the gateway led to servers of both sides at once; null when the sides are not told apart by
    /// servers in one and the same phase, so that there is nothing to take care of.
    /// </summary>
    private static ImmutableArray<PhaseStretch>? Together(
        CompareExpectationPlan plan, AnswerFilter of, AnswerFilter against, PhaseSelection phases, RunAnalysis analysis)
    {
        if (!plan.AgainstPhases.IsEmpty || !plan.Of.IsByServer() || !plan.Against.IsByServer())
        {
            return null;
        }

        return
        [
            .. from stretch in phases.Covered
               from led in analysis.Routes.StretchesDuring(stretch.From, stretch.Until)
               where led.Targets.Any(of.Takes) && led.Targets.Any(against.Takes)
               select new PhaseStretch(led.From, led.Until, null),
        ];
    }

    private static (long Hits, long Total) Count(IEnumerable<Sample> samples, ImmutableArray<PhaseStretch>? within, AnswerCondition wanted)
    {
        var (hits, total) = (0L, 0L);
        foreach (var sample in samples)
        {
            if (within is not { } stretches || PhaseStretch.AnyContains(stretches.AsSpan(), sample.Due))
            {
                total++;
                hits += AnswerFilter.IsLike(wanted, sample) ? 1 : 0;
            }
        }

        return (hits, total);
    }
}
