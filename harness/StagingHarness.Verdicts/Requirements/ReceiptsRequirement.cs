using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Steps;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>The journal says of every step that it took effect, or why it was rightly left out.</summary>
internal sealed class ReceiptsRequirement : Requirement
{
    public override string Name => "every step has a receipt";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var described = DescribedCrash.Find(analysis, expectations);
        var faults = analysis.Steps.All
            .Where(trace => described is null || !IsPartOf(described, trace))
            .Select(trace => (Trace: trace, Fault: Fault(trace, analysis)))
            .Where(found => found.Fault is not null)
            .Select(found => (found.Trace, found.Fault!.Value.Standing, found.Fault.Value.What))
            .ToArray();
        if (faults.Length == 0)
        {
            var done = analysis.Steps.All.Count(trace => trace.Completed is not null);
            var left = analysis.Steps.All.Length - done;
            return Met(described is null
                ? $"{Figures.Count(done, "step")} with a receipt, {Figures.Count(left)} rightly left out"
                : $"{Figures.Count(done, "step")} with a receipt; {described.Step} failed with the start-up crash that {described.Number} describes: "
                    + $"{described.Step.Failed!.Reason}");
        }

        // What a failed step leaves behind it is told by a number: the step is what is to be read.
        var worst = faults.Max(fault => fault.Standing);
        var failed = faults.Any(fault => fault.Standing == worst && fault.Trace.Failed is not null);
        var told = faults.Where(fault => fault.Standing == worst && !(failed && IsLeftBehind(fault.Trace))).Select(fault => fault.What);
        var behind = failed ? faults.Count(fault => IsLeftBehind(fault.Trace)) : 0;
        var evidence = string.Join("; ", behind == 0 ? told : told.Append($"{Figures.Count(behind, "step")} behind it {(behind == 1 ? "was" : "were")} left out"));
        return (worst == Standing.NotMet ? NotMet(evidence) : Inconclusive(evidence)) with { SpeaksFirst = worst == Standing.NotMet || failed };
    }

    private static bool IsLeftBehind(StepTrace trace) => trace is { Started: null, Skipped.Kind: StepSkipKind.EarlierFailure };

    private static bool IsPartOf(DescribedCrash described, StepTrace trace) =>
        trace == described.Step
        || (trace.Plan is ParallelStepPlan parallel && parallel.Steps.Contains(described.Step.Plan))
        || trace is { Started: null, Skipped.Kind: StepSkipKind.EarlierFailure };

    private static (Standing Standing, string What)? Fault(StepTrace trace, RunAnalysis analysis) => trace switch
    {
        { Failed: { Kind: StepFailureKind.StartUp } crash } => (Standing.NotMet, $"{trace} failed with a start-up crash: {crash.Reason}"),
        { Failed: { } failed } => (Blame(failed.Kind), $"{trace} failed: {failed.Reason}"),
        { Completed: { } completed, Started: not null } when !string.IsNullOrWhiteSpace(completed.Receipt) => null,
        { Completed: not null, Started: null } => (Standing.Inconclusive, $"{trace} ended without a beginning"),
        { Completed: not null } => (Standing.Inconclusive, $"{trace} has no receipt"),
        { Started: not null } => (Standing.Inconclusive, $"{trace} began, and nothing says how it ended"),
        { Skipped: { } skipped } => WhySkippingIsWrong(trace.Plan, skipped, analysis) is { } why
            ? (Standing.Inconclusive, $"{trace} was left out ({skipped.Reason}){why}")
            : null,
        _ => (Standing.Inconclusive, $"nothing says what became of {trace}"),
    };

    /// <summary>
    /// A new version that does not start speaks against the upgrade, and so do a job that fails and what was asked for and does not hold; the rest
    /// means that it was not rehearsed.
    /// </summary>
    private static Standing Blame(StepFailureKind kind) => kind switch
    {
        StepFailureKind.StartUp => Standing.NotMet,
        StepFailureKind.NotStarted => Standing.NotMet,
        StepFailureKind.CheckNotMet => Standing.NotMet,
        StepFailureKind.Job => Standing.NotMet,
        StepFailureKind.Environment => Standing.Inconclusive,
        StepFailureKind.Baseline => Standing.Inconclusive,
        StepFailureKind.NoEffect => Standing.Inconclusive,
        StepFailureKind.Internal => Standing.Inconclusive,
    };

    private static string? WhySkippingIsWrong(StepPlan step, StepSkipped skipped, RunAnalysis analysis)
    {
        var plan = analysis.Record.Plan;
        var refused = analysis.Record.Events.OfType<GateDecided>().Any(decided => decided.Refuses);
        var paged = analysis.Record.Events.OfType<PageSent>().Any();
        return skipped.Kind switch
        {
            StepSkipKind.RunbookTookOver when paged && plan.IsScheduled(step) && !plan.Runbook.IsEmpty => null,
            StepSkipKind.RunbookTookOver => ", but no runbook can have taken over from it",
            StepSkipKind.NoPage when !paged && plan.Runbook.Contains(step) => null,
            StepSkipKind.NoPage => ", but a page went out, or it is no part of the runbook",
            StepSkipKind.GateRefused when refused => null,
            StepSkipKind.GateRefused => ", but no gate refused",
            StepSkipKind.GatePassed when step is RevertStepPlan { OnRefusal: true } && !refused => null,
            StepSkipKind.GatePassed => ", but a gate refused, or it is no way back of one",
            StepSkipKind.EarlierFailure => "",
            StepSkipKind.Interrupted => "",
        };
    }
}
