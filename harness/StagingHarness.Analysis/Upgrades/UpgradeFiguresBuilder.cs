using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Upgrades;

/// <summary>Measures what the upgrade of a run cost.</summary>
public static class UpgradeFiguresBuilder
{
    public static UpgradeFigures Of(RunAnalysis analysis)
    {
        if (CandidateFrom(analysis) is not { } from)
        {
            return new UpgradeFigures { CandidateFrom = null, FirstWrong = null, Detected = null, Recovered = null, Requests = 0, Failed = 0 };
        }

        var wrong = FirstWrong(analysis.SamplesByDue.Between(from, TimeSpan.MaxValue));
        var recovered = analysis.Outages.All.LastOrDefault(outage => outage.Until > from) is { Ended: true } last ? last.Until : (TimeSpan?)null;
        var counts = OutcomeCounts.Of(analysis.SamplesByDue.Between(from, recovered ?? TimeSpan.MaxValue));
        return new UpgradeFigures
        {
            CandidateFrom = from,
            FirstWrong = wrong,
            Detected = wrong is { } first ? Detected(analysis, first) : null,
            Recovered = recovered,
            Requests = counts.Total,
            Failed = counts.Wrong,
        };
    }

    private static TimeSpan? CandidateFrom(RunAnalysis analysis)
    {
        var routed = analysis.Record.Plan.Traffic.Service;
        var before = analysis.Record.Plan.Stage.Single(placement => placement.Service == routed).Version;
        var answered = FirstAnswered(analysis, before);
        var led = analysis.Record.Events.OfType<RoutesChanged>()
            .FirstOrDefault(change => change.Targets.Any(target => IsOther(target, before)))?.At;
        return (answered, led) switch
        {
            ({ } first, { } change) => first < change ? first : change,
            (null, null) => analysis.Milestones.At(Milestone.Activated),
            _ => answered ?? led,
        };
    }

    private static TimeSpan? FirstAnswered(RunAnalysis analysis, ServerVersion before)
    {
        foreach (ref readonly var sample in analysis.SamplesByDue)
        {
            if (analysis.Stamps.VersionOf(sample) is { } version && version != before)
            {
                return sample.Due;
            }
        }

        return null;
    }

    private static TimeSpan? FirstWrong(SampleRange samples)
    {
        foreach (ref readonly var sample in samples)
        {
            if (!sample.Right)
            {
                return sample.Due;
            }
        }

        return null;
    }

    private static bool IsOther(ServerStamp server, ServerVersion before) => ServerVersion.Of(server) != before;

    private static TimeSpan? Detected(RunAnalysis analysis, TimeSpan firstWrong) => analysis.Record.Events
        .Where(happened => happened is DetectionFired or PageSent or GateDecided { Refuses: true } && happened.At >= firstWrong)
        .Select(happened => (TimeSpan?)happened.At)
        .FirstOrDefault();
}
