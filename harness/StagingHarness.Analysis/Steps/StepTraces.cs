using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Steps;

/// <summary>What became of every step of the plan.</summary>
public sealed record StepTraces
{
    /// <summary>In the order of the plan: steps, runbook, closing.</summary>
    public required ImmutableArray<StepTrace> All { get; init; }

    /// <summary>Those that began, in the order in which they did.</summary>
    public IEnumerable<StepTrace> Begun => All.Where(trace => trace.Started is not null).OrderBy(trace => trace.Started!.Sequence);

    public static StepTraces Of(RunRecord record)
    {
        var byStep = record.Events.Where(happened => happened.Step is not null).ToLookup(happened => happened.Step!);
        return new StepTraces { All = [.. record.Plan.AllSteps().Select(step => Trace(step, [.. byStep[step.Number]]))] };
    }

    /// <summary>The traces of one kind of step, in the order of the plan.</summary>
    public IEnumerable<StepTrace> OfKind<TStep>()
        where TStep : StepPlan => All.Where(trace => trace.Plan is TStep);

    /// <summary>The first step of a kind that began after the given one; null when none did.</summary>
    public StepTrace? NextBegun(JournalEvent after, Func<StepPlan, bool> wanted) =>
        Begun.FirstOrDefault(trace => trace.Started!.Sequence > after.Sequence && wanted(trace.Plan));

    private static StepTrace Trace(StepPlan step, ImmutableArray<JournalEvent> events) => new()
    {
        Plan = step,
        Started = events.OfType<StepStarted>().FirstOrDefault(),
        Completed = events.OfType<StepCompleted>().FirstOrDefault(),
        Failed = events.OfType<StepFailed>().FirstOrDefault(),
        Skipped = events.OfType<StepSkipped>().FirstOrDefault(),
        Events = events,
    };
}
