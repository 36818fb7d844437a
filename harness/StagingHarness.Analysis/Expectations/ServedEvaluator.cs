using System.Collections.Immutable;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Looks at who gave the answers of the app: which version, as its server attested it and the gateway stamped it.</summary>
internal static class ServedEvaluator
{
    public static ExpectationResult Evaluate(ServedExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);
        var version = new AnswerFilter(analysis, new AnswerSelection { Release = plan.Release, Platform = plan.Platform, Configuration = plan.Configuration });
        var unsettled = Unsettled(phases, analysis);
        var answers = Answers(phases, unsettled, analysis);
        var observed = new Observed
        {
            Unit = "answer",
            Observations = answers.Select(answer => new Observation(
                answer.Moment, answer.Server is { } server && version.Takes(server), answer.Server?.Instance)),
            Phases = phases,
            Instances = [.. phases.RoutedInstances()],
            Instead = () => $"all versions: {Describe(answers.Select(answer => answer.Server))}",
        };
        return CountedEvaluator.Evaluate(plan, observed, analysis);
    }

    private static IEnumerable<(TimeSpan Moment, ServerStamp? Server)> Answers(
        PhaseSelection phases, ImmutableArray<PhaseStretch> unsettled, RunAnalysis analysis)
    {
        foreach (var sample in phases.Samples())
        {
            if (sample.Answerer == Answerer.App && analysis.Late.MomentOf(sample) is var moment && !PhaseStretch.AnyContains(unsettled.AsSpan(), moment))
            {
                yield return (moment, analysis.Stamps.ServerOf(sample));
            }
        }
    }

    /// <summary>
    /// A phase begins with the first answer of the new servers; the gateway's word that it leads nowhere else comes a moment
    /// later, and requests that were due in between may rightly have met either version.
    /// </summary>
    private static ImmutableArray<PhaseStretch> Unsettled(PhaseSelection phases, RunAnalysis analysis) =>
    [
        .. from stretch in phases.Stretches
           from trace in analysis.Steps.All
           where trace.Plan.Number == stretch.Step
           let change = HandOver.ChangeIn(trace)
           where change is not null && change.At > stretch.From
           select stretch with { Until = change.At },
    ];

    /// <summary>Answers are many, and servers are few: each is put into words once.</summary>
    private static string Describe(IEnumerable<ServerStamp?> servers) => string.Join(
        ", ",
        servers
            .CountBy(server => ValueTuple.Create(server))
            .GroupBy(same => same.Key.Item1 is { } server ? ServerVersion.Of(server).ToString() : "unknown", same => same.Value)
            .Select(same => (Version: same.Key, Count: same.Sum()))
            .OrderByDescending(same => same.Count)
            .ThenBy(same => same.Version, StringComparer.Ordinal)
            .Select(same => $"{same.Version} x {Figures.Count(same.Count)}"));
}
