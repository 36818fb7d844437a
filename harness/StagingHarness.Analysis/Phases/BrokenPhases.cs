using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Phases;

/// <summary>The phases in which something is broken, or the provider is otherwise.</summary>
internal static class BrokenPhases
{
    /// <param name="record">Of the run.</param>
    /// <param name="steps">What became of its steps.</param>
    /// <param name="until">When the traffic ended.</param>
    public static IEnumerable<(string Name, PhaseStretch Stretch)> Of(RunRecord record, StepTraces steps, TimeSpan until) =>
        Faults(record, until).Concat(ProviderChanges(steps, until));

    /// <summary>A fault lasts from when it begins to be made until it is whole again; one that never ended, as long as the traffic.</summary>
    private static IEnumerable<(string Name, PhaseStretch Stretch)> Faults(RunRecord record, TimeSpan until) =>
        from began in record.Events.OfType<FaultBegan>()
        let ended = record.Events.OfType<FaultEnded>().FirstOrDefault(end => end.Fault == began.Fault.Name && end.At >= began.At)
        select (began.Fault.Name, Stretch(began.At, ended?.At ?? until, began.Step));

    /// <summary>From the end of the step to the next one that changes versions or the provider.</summary>
    private static IEnumerable<(string Name, PhaseStretch Stretch)> ProviderChanges(StepTraces steps, TimeSpan until) =>
        from trace in steps.Begun
        let begins = (trace.Plan as ProviderStepPlan)?.Begins
        where begins is not null && trace.Completed is not null
        let next = steps.NextBegun(trace.Started!, step => step is VersionStepPlan or ProviderStepPlan)
        select (begins, Stretch(trace.Completed!.At, next?.StartedAt ?? until, trace.Plan.Number));

    private static PhaseStretch Stretch(TimeSpan from, TimeSpan until, string? step) => new(from, until > from ? until : from, step);
}
