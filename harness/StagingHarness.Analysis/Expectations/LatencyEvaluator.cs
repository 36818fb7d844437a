using System.Collections.Immutable;
using StagingHarness.Analysis.Latency;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Statistics;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Takes a percentile of the latency of the requests that were due in the phases.</summary>
internal static class LatencyEvaluator
{
    private const double Doubt = 0.05;

    public static ExpectationResult Evaluate(LatencyExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);
        var filter = new AnswerFilter(analysis, plan.Of);
        var recorder = new LatencyRecorder();
        foreach (var sample in filter.Among(phases.Samples()))
        {
            recorder.Record(sample);
        }

        var samples = new ExpectationSamples(
            "request", recorder.Count, Math.Max(plan.MinimumSamples, plan.Percentile.LeastSamples), 0, ImmutableSortedDictionary<string, long>.Empty);
        return ExpectationResult.Of(plan, Assess(plan, recorder, phases.WhyMissing ?? samples.WhyTooFew), samples, phases);
    }

    private static Assessment Assess(LatencyExpectationPlan plan, LatencyRecorder recorder, string? why)
    {
        var measured = TimeSpan.FromMicroseconds(recorder.At(plan.Percentile));
        var got = recorder.Count == 0 ? "nothing" : $"{plan.Percentile} is {Figures.Milliseconds(measured)}{Bound(plan.Percentile, recorder)}";
        if (why is not null)
        {
            return new Assessment(Standing.Inconclusive, got, why);
        }

        var holds = !(measured < plan.AtLeast) && !(measured > plan.AtMost);
        return new Assessment(holds ? Standing.Met : Standing.NotMet, got, null);
    }

    /// <summary>
    /// The smallest of the samples that lies above the true percentile with 95 % confidence: of n samples the k-th, where at
    /// most k - 1 below the percentile has that probability (order statistics; it is the largest one for the least n).
    /// </summary>
    private static string Bound(Percentile percentile, LatencyRecorder recorder)
    {
        var rank = ShareInterval.LeastRank(percentile.Value / 100, recorder.Count, Doubt);
        return rank is null
            ? ""
            : $" (at most {Figures.Milliseconds(TimeSpan.FromMicroseconds(recorder.At(new Percentile(100.0 * rank.Value / recorder.Count))))}, 95 % confidence)";
    }
}
