using System.Collections.Immutable;
using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Phases;

/// <summary>When each moment of the incident came for the first time.</summary>
public sealed record MilestoneTimes
{
    /// <summary>Real time since the epoch; a milestone that did not come is not in it.</summary>
    public required ImmutableSortedDictionary<Milestone, TimeSpan> Reached { get; init; }

    /// <summary>Real time since the epoch; null when it did not come.</summary>
    public TimeSpan? At(Milestone milestone) => Reached.TryGetValue(milestone, out var at) ? at : null;

    /// <summary>Real time between two milestones; null when one of them did not come.</summary>
    public TimeSpan? Between(Milestone first, Milestone second) => At(second) - At(first);

    internal static MilestoneTimes Of(
        RunRecord record, StepTraces steps, HandOver handOver, PhaseTimeline timeline, OrderedSamples samplesByMoment, LateSends late)
    {
        var activation = FirstBegun(steps, step => step is ActivateStepPlan or SwitchStepPlan or ReplaceStepPlan { Begins: not null });
        var rollback = FirstBegun(steps, step => step is RollBackStepPlan or RevertStepPlan);
        var restart = FirstBegun(steps, step => step is RestartStepPlan);
        var back = FirstBegun(steps, step => step is RestartStepPlan or RevertStepPlan);
        (Milestone Milestone, TimeSpan? At)[] found =
        [
            (Milestone.UpgradeStarted, FirstBegun(steps, step => step is StageVersionStepPlan or ReplaceStepPlan or AddStepPlan)?.StartedAt),
            (Milestone.Activated, activation is null ? null : handOver.MomentIn(activation)),
            (Milestone.OutageStarted, record.Events.OfType<DetectionFired>().FirstOrDefault()?.FirstWrongDue),
            (Milestone.Paged, record.Events.OfType<PageSent>().FirstOrDefault()?.At),
            (Milestone.Acknowledged, record.Events.OfType<PageAcknowledged>().FirstOrDefault()?.At),
            (Milestone.Refused, record.Events.OfType<GateDecided>().FirstOrDefault(decided => decided.Refuses)?.At),
            (Milestone.RollbackStarted, rollback?.StartedAt),
            (Milestone.RolledBack, rollback?.Completed?.At),
            (Milestone.RestartStarted, restart?.StartedAt),
            (Milestone.TrafficRestored, back is null ? null : Restored(back, timeline, samplesByMoment, late)),
        ];
        return new MilestoneTimes
        {
            Reached = found.Where(one => one.At is not null).ToImmutableSortedDictionary(one => one.Milestone, one => one.At!.Value),
        };
    }

    private static StepTrace? FirstBegun(StepTraces steps, Func<StepPlan, bool> wanted) =>
        steps.Begun.FirstOrDefault(trace => wanted(trace.Plan));

    /// <summary>
    /// Measured, not declared: the first request of the run of right answers that lasts to the end of the phase which the
    /// restart began; null when its last answer was wrong, or nothing was asked.
    /// </summary>
    private static TimeSpan? Restored(StepTrace restart, PhaseTimeline timeline, OrderedSamples samplesByMoment, LateSends late)
    {
        if (timeline.Find(StepPhases.BegunBy(restart.Plan) ?? "")?.Stretches.FirstOrDefault(stretch => stretch.Step == restart.Plan.Number) is not { } stretch)
        {
            return null;
        }

        var within = samplesByMoment.Between(stretch.From, stretch.Until);
        var first = within.Count;
        while (first > 0 && within[first - 1].Right)
        {
            first--;
        }

        return first < within.Count ? late.MomentOf(within[first]) : null;
    }
}
