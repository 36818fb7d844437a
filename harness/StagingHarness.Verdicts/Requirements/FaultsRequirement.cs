using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Faults;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>Every fault that was made showed its effect, and is healed; one that did nothing, or that lasted to the end, proves nothing.</summary>
internal sealed class FaultsRequirement : Requirement
{
    public override string Name => "every fault took effect and is healed";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var began = analysis.Record.Events.OfType<FaultBegan>().ToArray();
        var doubts = began.Select(fault => Doubt(fault, analysis))
            .Concat(analysis.Steps.All.Where(trace => trace is { Plan: FaultStepPlan, Completed: not null } && !trace.Events.OfType<FaultBegan>().Any())
                .Select(trace => $"{trace} has a receipt, and no fault began in it"))
            .Concat(NeverMade(analysis))
            .OfType<string>()
            .ToArray();
        return (doubts.Length, began.Length) switch
        {
            ( > 0, _) => Inconclusive(string.Join("; ", doubts)),
            (_, 0) => Met("none was made"),
            _ => Met($"{Figures.Count(began.Length, "fault")} made, proved and healed"),
        };
    }

    /// <summary>A failure that is reproduced without its cause is another failure.</summary>
    private static IEnumerable<string> NeverMade(RunAnalysis analysis) =>
        from trace in analysis.Steps.All
        where analysis.Record.Plan.Intent == Intent.Reproduce
            && analysis.Record.Plan.IsScheduled(trace.Plan)
            && trace is { Plan: FaultStepPlan or ProviderStepPlan, Skipped: not null }
        select $"{trace} was never made ({trace.Skipped!.Reason}), so what failed has another cause";

    private static string? Doubt(FaultBegan began, RunAnalysis analysis)
    {
        var after = analysis.Record.Events.SkipWhile(happened => happened.Sequence <= began.Sequence).ToArray();
        var name = began.Fault.Name;
        var ended = after.OfType<FaultEnded>().FirstOrDefault(end => end.Fault == name);
        return ended switch
        {
            _ when !after.OfType<FaultProved>().Any(proved => proved.Fault == name && !string.IsNullOrWhiteSpace(proved.Proof)) =>
                $"nothing proves that fault '{name}' had an effect",
            null => $"nothing says that fault '{name}' ended",
            { Ending: FaultEnding.Undone } => $"fault '{name}' was let go when the run ended, and never healed",
            { Ending: FaultEnding.Healed } when Replaced(began.Fault, after, ended) is { } server =>
                $"fault '{name}' was void on '{server}' before it ended: another instance was started there",
            { Ending: FaultEnding.Healed } => null,
            _ => throw new InvalidOperationException($"Fault '{name}' ended in a way that nothing knows: {ended.Ending}."),
        };
    }

    /// <summary>What holds an instance does not hold the one that a later step puts in its place. Whoever was taken down is started by the fault itself.</summary>
    private static string? Replaced(FaultPlan fault, IEnumerable<JournalEvent> after, FaultEnded ended) =>
        fault is InstanceFaultPlan held and not (KillFaultPlan or StopFaultPlan or RestartFaultPlan)
            ? after.TakeWhile(happened => happened.Sequence < ended.Sequence).OfType<InstanceStarted>()
                .Select(started => started.Instance).FirstOrDefault(held.Instances.Contains)
            : null;
}
