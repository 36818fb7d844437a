using System.Collections.Immutable;
using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Phases;

/// <summary>Finds where each phase begins and ends.</summary>
internal sealed class PhaseTimelineBuilder
{
    private readonly StepTraces steps;
    private readonly HandOver handOver;
    private readonly RunRecord record;
    private readonly OrderedSamples samplesByDue;

    public PhaseTimelineBuilder(RunRecord record, StepTraces steps, HandOver handOver, OrderedSamples samplesByDue)
    {
        this.record = record;
        this.steps = steps;
        this.handOver = handOver;
        this.samplesByDue = samplesByDue;
    }

    public PhaseTimeline Build()
    {
        if (record.Events.OfType<TrafficStarted>().FirstOrDefault() is not { } started)
        {
            return new PhaseTimeline { Phases = [], TrafficFrom = null, TrafficUntil = null };
        }

        // The event is written a moment away from the first due time; no request may fall out between the two.
        var from = samplesByDue.Count > 0 && samplesByDue[0].Due < started.At ? samplesByDue[0].Due : started.At;
        var until = TrafficUntil(from);
        return new PhaseTimeline { Phases = Phases(from, until), TrafficFrom = from, TrafficUntil = until };
    }

    private TimeSpan TrafficUntil(TimeSpan from)
    {
        if (record.Events.OfType<TrafficEnded>().FirstOrDefault() is { } ended)
        {
            return ended.At;
        }

        var lastDue = samplesByDue.Count > 0 ? samplesByDue[^1].Due + TimeSpan.FromTicks(1) : from;
        var lastEvent = record.Events[^1].At;
        return lastDue > lastEvent ? lastDue : lastEvent;
    }

    private ImmutableArray<Phase> Phases(TimeSpan from, TimeSpan until) =>
    [
        .. Baseline(from, until)
            .Concat(Staging(until))
            .Concat(Activations(until))
            .Concat(Restarts(until))
            .Concat(Rollbacks(until))
            .Concat(Outages(until))
            .Concat(new StrategyPhases(steps, handOver, until).All())
            .Concat(BrokenPhases.Of(record, steps, samplesByDue, until))
            .GroupBy(named => named.Name, named => named.Stretch)
            .Select(same => new Phase(same.Key, [.. same.OrderBy(stretch => stretch.From)]))
            .OrderBy(phase => phase.From),
    ];

    private IEnumerable<(string Name, PhaseStretch Stretch)> Baseline(TimeSpan from, TimeSpan until)
    {
        var firstChange = steps.Begun.FirstOrDefault(trace => trace.Plan is VersionStepPlan or FaultStepPlan or ProviderStepPlan or JobStepPlan or HookStepPlan) is { } first
            ? Earlier(BrokenPhases.MomentOf(first, samplesByDue), handOver.MomentIn(first)) ?? until
            : until;
        yield return (PhaseNames.Baseline, new PhaseStretch(from, firstChange, steps.OfKind<BaselineStepPlan>().FirstOrDefault()?.Plan.Number));
    }

    private IEnumerable<(string Name, PhaseStretch Stretch)> Staging(TimeSpan until) =>
        from trace in steps.Begun
        where trace.Plan is StageVersionStepPlan
        let next = steps.NextBegun(trace.Started!, step => step is ActivateStepPlan or RestartStepPlan or SwitchStepPlan or RevertStepPlan)
        select (PhaseNames.Staging, Stretch(trace.Started!.At, (next is null ? null : handOver.BeginOf(next)) ?? until, trace));

    private IEnumerable<(string Name, PhaseStretch Stretch)> Activations(TimeSpan until)
    {
        foreach (var trace in steps.Begun.Where(trace => trace.Plan is ActivateStepPlan))
        {
            var next = NextChange(trace, until);
            if (handOver.MomentIn(trace) is { } moment)
            {
                yield return (PhaseNames.Upgrade, Stretch(trace.Started!.At, moment, trace));
                yield return (((ActivateStepPlan)trace.Plan).Begins, Stretch(moment, next, trace));
            }
            else
            {
                yield return (PhaseNames.Upgrade, Stretch(trace.Started!.At, trace.EndedAt ?? next, trace));
            }
        }
    }

    private IEnumerable<(string Name, PhaseStretch Stretch)> Restarts(TimeSpan until) =>
        from trace in steps.Begun
        where trace.Plan is RestartStepPlan
        let moment = handOver.MomentIn(trace)
        where moment is not null
        select (((RestartStepPlan)trace.Plan).Begins, Stretch(moment.Value, NextChange(trace, until), trace));

    private IEnumerable<(string Name, PhaseStretch Stretch)> Rollbacks(TimeSpan until) =>
        from trace in steps.Begun
        where trace.Plan is RollBackStepPlan
        select (PhaseNames.Rollback, Stretch(trace.Started!.At, ReturnOfTraffic(trace.Started!, trace.Started!.At, until), trace));

    private IEnumerable<(string Name, PhaseStretch Stretch)> Outages(TimeSpan until) =>
        from fired in record.Events.OfType<DetectionFired>()
        select (PhaseNames.Outage, new PhaseStretch(fired.FirstWrongDue, ReturnOfTraffic(fired, fired.FirstWrongDue, until), fired.Step));

    /// <summary>A revert may be under way already when the alarm comes that it ends.</summary>
    private TimeSpan ReturnOfTraffic(JournalEvent after, TimeSpan from, TimeSpan until) => steps.Begun
        .Where(trace => trace.Plan is RevertStepPlan || (trace.Plan is RestartStepPlan && trace.Started!.Sequence > after.Sequence))
        .Select(trace => handOver.MomentIn(trace) ?? (trace.Started!.Sequence > after.Sequence ? until : null))
        .FirstOrDefault(moment => moment > from) ?? until;

    private TimeSpan NextChange(StepTrace trace, TimeSpan until) =>
        steps.NextBegun(trace.Started!, step => StrategyPhases.EndsPhase(step) || StepPhases.BegunBeside(step) is not null) is { } next
            ? handOver.BeginOf(next) ?? until
            : until;

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one < other ? one : other ?? one;

    private static PhaseStretch Stretch(TimeSpan from, TimeSpan until, StepTrace trace) =>
        new(from, until > from ? until : from, trace.Plan.Number);
}
