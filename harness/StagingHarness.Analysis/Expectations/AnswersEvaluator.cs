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
            Wanted = $"{plan.Share} {Describe(plan.Answers)}",
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

    /// <summary><c>answered wrongly by the app</c>, <c>answered 500 by the app</c>, <c>not answered at all</c>.</summary>
    private static string Describe(AnswerCondition wanted)
    {
        var how = (wanted.Status, wanted.Right) switch
        {
            ({ } status, true) => $" {status} and rightly",
            ({ } status, false) => $" {status} and wrongly",
            ({ } status, null) => $" {status}",
            (null, true) => " rightly",
            (null, false) => " wrongly",
            (null, null) => "",
        };
        return wanted.By switch
        {
            Answerer.App => $"answered{how} by the app",
            Answerer.Gateway => $"answered{how} by the gateway",
            Answerer.Nobody => "not answered at all",
            null => $"answered{how}",
        };
    }
}
