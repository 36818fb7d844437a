using StagingHarness.Analysis.Steps;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Phases;

/// <summary>The phases of upgrades that go step by step, and of their way back.</summary>
internal sealed class StrategyPhases(StepTraces steps, HandOver handOver, TimeSpan until)
{
    /// <summary>What takes no traffic may go, and the phase lasts: nothing changes for the traffic.</summary>
    public static bool EndsPhase(StepPlan step) => step is VersionStepPlan and not (RetireStepPlan or StopOldStepPlan);

    public IEnumerable<(string Name, PhaseStretch Stretch)> All() =>
        Additions().Concat(Replacements()).Concat(Leads()).Concat(Canaries()).Concat(Switches()).Concat(Reverts());

    /// <summary>Servers that were added stand there without traffic until they are led to.</summary>
    private IEnumerable<(string Name, PhaseStretch Stretch)> Additions() =>
        from trace in OfKind<AddStepPlan>()
        let next = steps.NextBegun(trace.Started!, EndsPhase)
        select (PhaseNames.Staging, Stretch(trace.StartedAt!.Value, next is null ? until : handOver.MomentIn(next) ?? next.StartedAt!.Value, trace));

    /// <summary>A rolling upgrade is one stretch, from the start of its first replacement to the hand-over of its last.</summary>
    private IEnumerable<(string Name, PhaseStretch Stretch)> Replacements()
    {
        foreach (var first in OfKind<ReplaceStepPlan>().Where(trace => ((ReplaceStepPlan)trace.Plan).Opens))
        {
            var service = ((ReplaceStepPlan)first.Plan).Service;
            var after = steps.NextBegun(first.Started!, step => step is VersionStepPlan and not ReplaceStepPlan { Opens: false });
            var last = steps.Begun
                .Where(trace => trace.Plan is ReplaceStepPlan { Begins: not null } replace && replace.Service == service)
                .FirstOrDefault(trace => trace.Started!.Sequence >= first.Started!.Sequence && (after is null || trace.Started!.Sequence < after.Started!.Sequence));
            if (last is not null && handOver.MomentIn(last) is { } moment)
            {
                yield return (PhaseNames.Upgrade, Stretch(first.StartedAt!.Value, moment, first));
                yield return (((ReplaceStepPlan)last.Plan).Begins!, Stretch(moment, NextChange(last), last));
            }
            else
            {
                yield return (PhaseNames.Upgrade, Stretch(first.StartedAt!.Value, after?.StartedAt ?? until, first));
            }
        }
    }

    /// <summary>What joined, has joined with its first traffic.</summary>
    private IEnumerable<(string Name, PhaseStretch Stretch)> Leads() =>
        from trace in OfKind<LeadStepPlan>()
        let begins = ((LeadStepPlan)trace.Plan).Begins
        let moment = handOver.MomentIn(trace)
        where begins is not null && moment is not null
        select (begins, Stretch(moment.Value, NextChange(trace), trace));

    /// <summary>From the candidate's first traffic until something else than its share is changed.</summary>
    private IEnumerable<(string Name, PhaseStretch Stretch)> Canaries() =>
        from trace in OfKind<LeadStepPlan>()
        where ((LeadStepPlan)trace.Plan).Opens
        let moment = handOver.MomentIn(trace)
        where moment is not null
        let next = steps.NextBegun(trace.Started!, step => step is VersionStepPlan and not LeadStepPlan)
        select (PhaseNames.Canary, Stretch(moment.Value, next?.StartedAt ?? until, trace));

    private IEnumerable<(string Name, PhaseStretch Stretch)> Switches()
    {
        foreach (var trace in OfKind<SwitchStepPlan>())
        {
            if (handOver.MomentIn(trace) is { } moment)
            {
                yield return (PhaseNames.Upgrade, Stretch(trace.StartedAt!.Value, moment, trace));
                yield return (((SwitchStepPlan)trace.Plan).Begins, Stretch(moment, NextChange(trace), trace));
            }
            else
            {
                yield return (PhaseNames.Upgrade, Stretch(trace.StartedAt!.Value, trace.EndedAt ?? NextChange(trace), trace));
            }
        }
    }

    private IEnumerable<(string Name, PhaseStretch Stretch)> Reverts()
    {
        foreach (var trace in OfKind<RevertStepPlan>())
        {
            var moment = handOver.MomentIn(trace);
            // Complete is what is put back on every server, and not only led away from: the traffic is back before that.
            yield return (PhaseNames.Rollback, Stretch(trace.StartedAt!.Value, moment is null ? until : trace.EndedAt ?? until, trace));
            if (moment is { } back)
            {
                yield return (((RevertStepPlan)trace.Plan).Begins, Stretch(back, NextChange(trace), trace));
            }
        }
    }

    private IEnumerable<StepTrace> OfKind<TStep>()
        where TStep : StepPlan => steps.Begun.Where(trace => trace.Plan is TStep);

    private TimeSpan NextChange(StepTrace trace) => (steps.NextBegun(trace.Started!, EndsPhase) is { } next ? handOver.BeginOf(next) : null) ?? until;

    private static PhaseStretch Stretch(TimeSpan from, TimeSpan to, StepTrace trace) => new(from, to > from ? to : from, trace.Plan.Number);
}
