using System.Collections.Immutable;
using StagingHarness.Analysis.Detection;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Moments;

/// <summary>Finds the moments of a run that a reader looks for.</summary>
public static class RunMoments
{
    /// <summary>In the order of time, numbered from 1.</summary>
    public static ImmutableArray<Moment> Of(RunAnalysis analysis) =>
    [
        .. FromMilestones(analysis).Concat(FromEvents(analysis)).Concat(FromAnswers(analysis))
            .OrderBy(moment => moment.At)
            .ThenBy(moment => moment.Kind)
            .Select((moment, index) => moment with { Number = index + 1 }),
    ];

    /// <summary>
    /// When the first wrong answer was due of the outage that detection fired for, else the very first one; null when none was wrong.
    /// Detection sees answers as they come, and the first one that comes is not always the first one that was due.
    /// </summary>
    public static TimeSpan? FirstWrong(RunAnalysis analysis) => analysis.Milestones.At(Milestone.OutageStarted) is { } seen
        ? analysis.Outages.All.FirstOrDefault(outage => outage.From <= seen && seen < outage.Until)?.From ?? seen
        : analysis.Outages.All.FirstOrDefault()?.From;

    /// <summary>The first request after the last outage; null when nothing was wrong, or the answers were wrong to the end.</summary>
    public static TimeSpan? Recovered(RunAnalysis analysis) =>
        analysis.Outages.All is [.., { Ended: true } last] ? last.Until : null;

    private static IEnumerable<Moment> FromMilestones(RunAnalysis analysis)
    {
        (Milestone Milestone, MomentKind Kind, string Source, string Words)[] told =
        [
            (Milestone.UpgradeStarted, MomentKind.UpgradeStarted, "step-started", "the new version begins to be placed"),
            (Milestone.Activated, MomentKind.Activated, "routes-changed", "the new version takes traffic"),
            (Milestone.RollbackStarted, MomentKind.RollbackStarted, "step-started", "the rollback begins"),
            (Milestone.RolledBack, MomentKind.RolledBack, "step-completed", "the old version lies on the servers again"),
            (Milestone.RestartStarted, MomentKind.RestartStarted, "step-started", "the servers are restarted"),
        ];
        return from one in told
               let at = analysis.Milestones.At(one.Milestone)
               where at is not null
               select Make(one.Kind, at.Value, null, one.Source, one.Words);
    }

    private static IEnumerable<Moment> FromEvents(RunAnalysis analysis) =>
        analysis.Record.Events.Select(happened => Read(happened, analysis)).OfType<Moment>();

    private static Moment? Read(JournalEvent happened, RunAnalysis analysis) => happened switch
    {
        DetectionFired fired => Fired(fired, analysis),
        AlertChanged { To: AlertState.Firing } changed => Make(
            MomentKind.Alert, happened, "alert-changed", $"alert: rule '{changed.Rule}' fires, {changed.Reading}"),
        PageSent page => Make(MomentKind.Page, happened, "page-sent", $"page: {page.Summary}"),
        PageAcknowledged acknowledged => Make(MomentKind.Acknowledged, happened, "page-acknowledged", $"acknowledged by {acknowledged.By}"),
        GateDecided { Refuses: true } decided => Make(MomentKind.Refused, happened, "gate-decided", GateWords.Of(decided)),
        FaultBegan fault => Make(MomentKind.FaultBegan, happened, "fault-began", $"fault '{fault.Fault.Name}' is requested"),
        FaultProved fault => Make(MomentKind.FaultProved, happened, "fault-proved", $"fault '{fault.Fault}' is proved: {fault.Proof}"),
        FaultEnded fault => Make(MomentKind.FaultEnded, happened, "fault-ended", $"fault '{fault.Fault}' is over: {fault.Outcome}"),
        InstanceDied died => Make(MomentKind.InstanceDied, happened, "instance-died", $"{died.Instance} died"),
        InstanceFailedToStart failed => Make(MomentKind.InstanceDied, happened, "instance-failed-to-start", $"{failed.Instance} did not come up"),
        _ => null,
    };

    private static Moment Fired(DetectionFired fired, RunAnalysis analysis) =>
        Make(MomentKind.Alert, fired, "detection-fired", $"alert: {Figures.PartOf(fired.Wrong, fired.Seen)} answers were wrong; the first: {DetectionWords.First(fired, analysis)}") with
        {
            Evidence = DetectionWords.Evidence(fired, analysis.Record.Plan.Seed),
        };

    private static IEnumerable<Moment> FromAnswers(RunAnalysis analysis)
    {
        if (FirstWrong(analysis) is { } wrong)
        {
            yield return Make(MomentKind.FirstWrong, wrong, null, "request due", "the first wrong answer");
        }

        if (Recovered(analysis) is { } recovered)
        {
            yield return Make(MomentKind.Recovered, recovered, null, "request due", "every answer is right from here on");
        }
    }

    private static Moment Make(MomentKind kind, JournalEvent happened, string source, string words) =>
        Make(kind, happened.At, happened.Step, source, words);

    private static Moment Make(MomentKind kind, TimeSpan at, string? step, string source, string words) =>
        new() { Number = 0, Kind = kind, At = at, Step = step, Source = source, Words = words };
}
