using System.Collections.Immutable;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Counts answers to the requests that were due in the phases.</summary>
internal static class AnswersEvaluator
{
    public static ExpectationResult Evaluate(AnswersExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);
        var due = analysis.SamplesByDue.Where(sample => phases.Contains(sample.Due)).ToImmutableArray();
        var samples = new ExpectationSamples(
            "request", due.Length, plan.Samples.Total, plan.Samples.PerInstance, PerInstance(due, phases, analysis));
        var hits = due.LongCount(sample => Matches(plan.Answers, sample));
        var measured = new ShareMeasurement(hits, samples, phases.WhyMissing);
        var (standing, reason) = measured.Against(plan.Share);
        return new ExpectationResult
        {
            Number = plan.Number,
            Name = plan.Name,
            Place = plan.Place,
            Standing = standing,
            Wanted = ExpectationWords.Wanted(plan),
            Got = standing == Standing.NotMet ? $"{measured.Got}; all answers: {OutcomeCounts.Of(due)}" : measured.Got,
            Samples = samples,
            Window = phases.Describe(),
            Reason = reason,
        };
    }

    private static ImmutableSortedDictionary<string, long> PerInstance(
        ImmutableArray<Sample> due, PhaseSelection phases, RunAnalysis analysis)
    {
        // An instance that was led to and answered nothing is the point of the count per instance: it must show as 0.
        var counts = phases.RoutedInstances().ToImmutableSortedDictionary(instance => instance, _ => 0L, StringComparer.Ordinal).ToBuilder();
        foreach (var server in due.Select(analysis.Stamps.ServerOf).OfType<ServerStamp>())
        {
            counts[server.Instance] = counts.GetValueOrDefault(server.Instance) + 1;
        }

        return counts.ToImmutable();
    }

    private static bool Matches(AnswerCondition wanted, Sample sample) =>
        (wanted.Status is null || wanted.Status == sample.Status)
        && (wanted.Right is null || wanted.Right == sample.Right)
        && (wanted.By is null || wanted.By == sample.Answerer);
}
