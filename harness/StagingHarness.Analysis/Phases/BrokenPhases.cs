using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Phases;

/// <summary>The phases in which something is broken, the provider is otherwise, or a job has run.</summary>
internal static class BrokenPhases
{
    /// <param name="record">Of the run.</param>
    /// <param name="steps">What became of its steps.</param>
    /// <param name="samplesByDue">All samples in the order in which the requests were due.</param>
    /// <param name="until">When the traffic ended.</param>
    public static IEnumerable<(string Name, PhaseStretch Stretch)> Of(
        RunRecord record, StepTraces steps, OrderedSamples samplesByDue, TimeSpan until) =>
        Faults(record, samplesByDue, until).Concat(ChangesBeside(steps, until));

    /// <summary>
    /// Real time since the epoch at which a step begins to change what requests meet; null when it never began. A fault meets also
    /// those that are under way when it begins: a server that is killed takes with it what it was answering.
    /// </summary>
    public static TimeSpan? MomentOf(StepTrace trace, OrderedSamples samplesByDue) =>
        trace.Events.OfType<FaultBegan>().FirstOrDefault() is { } began ? MomentOf(began, samplesByDue) : trace.StartedAt;

    private static TimeSpan MomentOf(FaultBegan began, OrderedSamples samplesByDue)
    {
        foreach (ref readonly var sample in samplesByDue.Between(TimeSpan.MinValue, began.At))
        {
            if (sample.Done >= began.At)
            {
                return sample.Due;
            }
        }

        return began.At;
    }

    /// <summary>A fault lasts from when it begins to be made until it is whole again; one that never ended, as long as the traffic.</summary>
    private static IEnumerable<(string Name, PhaseStretch Stretch)> Faults(
        RunRecord record, OrderedSamples samplesByDue, TimeSpan until) =>
        from began in record.Events.OfType<FaultBegan>()
        let ended = record.Events.OfType<FaultEnded>().FirstOrDefault(end => end.Fault == began.Fault.Name && end.At >= began.At)
        select (began.Fault.Name, Stretch(MomentOf(began, samplesByDue), ended?.At ?? until, began.Step));

    /// <summary>From the end of the step to the next one that changes versions, or that begins such a phase.</summary>
    private static IEnumerable<(string Name, PhaseStretch Stretch)> ChangesBeside(StepTraces steps, TimeSpan until) =>
        from trace in steps.Begun
        let begins = StepPhases.BegunBeside(trace.Plan)
        where begins is not null && trace.Completed is not null
        let next = steps.NextBegun(trace.Started!, step => step is VersionStepPlan || StepPhases.BegunBeside(step) is not null)
        select (begins, Stretch(trace.Completed!.At, next?.StartedAt ?? until, trace.Plan.Number));

    private static PhaseStretch Stretch(TimeSpan from, TimeSpan until, string? step) => new(from, until > from ? until : from, step);
}
