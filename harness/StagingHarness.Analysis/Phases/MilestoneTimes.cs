using System.Collections.Immutable;
using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

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
        RunRecord record, StepTraces steps, HandOver handOver, PhaseTimeline timeline, IReadOnlyList<Sample> samplesByDue)
    {
        var activation = FirstBegun<ActivateStepPlan>(steps);
        var rollback = FirstBegun<RollBackStepPlan>(steps);
        var restart = FirstBegun<RestartStepPlan>(steps);
        (Milestone Milestone, TimeSpan? At)[] found =
        [
            (Milestone.UpgradeStarted, FirstBegun<StageVersionStepPlan>(steps)?.StartedAt),
            (Milestone.Activated, activation is null ? null : handOver.MomentIn(activation)),
            (Milestone.OutageStarted, record.Events.OfType<DetectionFired>().FirstOrDefault()?.FirstWrongDue),
            (Milestone.Paged, record.Events.OfType<PageSent>().FirstOrDefault()?.At),
            (Milestone.Acknowledged, record.Events.OfType<PageAcknowledged>().FirstOrDefault()?.At),
            (Milestone.RollbackStarted, rollback?.StartedAt),
            (Milestone.RolledBack, rollback?.Completed?.At),
            (Milestone.RestartStarted, restart?.StartedAt),
            (Milestone.TrafficRestored, restart is null ? null : Restored(restart, timeline, samplesByDue)),
        ];
        return new MilestoneTimes
        {
            Reached = found.Where(one => one.At is not null).ToImmutableSortedDictionary(one => one.Milestone, one => one.At!.Value),
        };
    }

    private static StepTrace? FirstBegun<TStep>(StepTraces steps)
        where TStep : StepPlan => steps.Begun.FirstOrDefault(trace => trace.Plan is TStep);

    /// <summary>
    /// Measured, not declared: the first request of the run of right answers that lasts to the end of the phase which the
    /// restart began; null when its last answer was wrong, or nothing was asked.
    /// </summary>
    private static TimeSpan? Restored(StepTrace restart, PhaseTimeline timeline, IReadOnlyList<Sample> samplesByDue)
    {
        var stretch = timeline.Find(((RestartStepPlan)restart.Plan).Begins)?.Stretches
            .FirstOrDefault(stretch => stretch.Step == restart.Plan.Number);
        return stretch is null
            ? null
            : samplesByDue
                .Where(sample => stretch.Contains(sample.Due))
                .Reverse()
                .TakeWhile(sample => sample.Right)
                .Select(sample => (TimeSpan?)sample.Due)
                .LastOrDefault();
    }
}
