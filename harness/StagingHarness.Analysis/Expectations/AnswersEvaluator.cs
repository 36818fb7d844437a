using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Looks at the answers to the requests that were due in the phases.</summary>
internal static class AnswersEvaluator
{
    public static ExpectationResult Evaluate(AnswersExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);
        var filter = new AnswerFilter(analysis, plan.Of);
        var due = filter.Among(phases.Samples());
        var observed = new Observed
        {
            Unit = "request",
            Observations = due.Select(sample => Observe(sample, plan.Answers, analysis)),
            Phases = phases,

            // An instance that was led to and answered nothing is the point of the count per instance: it must show as 0.
            Instances = [.. phases.RoutedInstances(filter.Takes)],
            Instead = () => $"all answers: {OutcomeCounts.Of(due)}",
        };
        return CountedEvaluator.Evaluate(plan, observed, analysis);
    }

    private static Observation Observe(Sample sample, AnswerCondition wanted, RunAnalysis analysis) =>
        new(analysis.Late.MomentOf(sample), AnswerFilter.IsLike(wanted, sample), analysis.Stamps.ServerOf(sample)?.Instance);
}
