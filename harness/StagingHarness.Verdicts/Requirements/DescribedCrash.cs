using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>
/// The candidate does not come up, and a reproducing scenario describes just that: the step that failed with it is what was to be shown, and
/// what would have followed is rightly missing.
/// </summary>
/// <param name="Step">The step that failed.</param>
/// <param name="Number">The expectation that describes it, and is met.</param>
internal sealed record DescribedCrash(StepTrace Step, string Number)
{
    /// <summary>Null when no new version crashed at start-up, or nothing describes it.</summary>
    public static DescribedCrash? Find(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        if (analysis.Record.Plan.Intent != Intent.Reproduce)
        {
            return null;
        }

        var crash = analysis.Steps.All.FirstOrDefault(trace => trace is { Failed.Kind: StepFailureKind.StartUp, Plan: not ParallelStepPlan });
        return crash is { Plan: VersionStepPlan step, Failed: { } failed } && IsCandidate(step, crash, analysis)
            && Describing(analysis.Record.Plan, expectations).FirstOrDefault(one => Sees(one, step, failed, analysis)) is { } expectation
            ? new DescribedCrash(crash, expectation.Number)
            : null;
    }

    /// <summary>Expectations that ask for a crash, decide, and are met.</summary>
    public static IEnumerable<InstanceExpectationPlan> Describing(ScenarioPlan plan, ImmutableArray<ExpectationResult> expectations) =>
        plan.Expectations.OfType<InstanceExpectationPlan>()
            .Where(expectation => expectation is { State: InstanceState.Crashed, ReportOnly: false } && expectation.Quantifier.NeedsSome())
            .Where(expectation => expectations.Any(result => result.Number == expectation.Number && result.Standing == Standing.Met));

    /// <summary>
    /// What stood there before is no candidate, at the start or after an earlier upgrade: when that does not come up again, the way back is
    /// broken, or the stage.
    /// </summary>
    private static bool IsCandidate(VersionStepPlan step, StepTrace crash, RunAnalysis analysis) =>
        step is not (RevertStepPlan or RollBackStepPlan)
        && analysis.Record.Plan.IsScheduled(step)
        && analysis.Record.Plan.Stage.All(placement => placement.Service != step.Service || placement.Version != step.Version)
        && !step.Servers.All(server => HasServed(server, step.Version, crash, analysis));

    private static bool HasServed(string server, ServerVersion version, StepTrace crash, RunAnalysis analysis) =>
        analysis.Record.Events.OfType<InstanceAttested>().Any(attested =>
            attested.Instance == server && attested.Version == version && attested.At < crash.StartedAt);

    private static bool Sees(InstanceExpectationPlan expectation, VersionStepPlan step, StepFailed failed, RunAnalysis analysis) =>
        expectation.Instance is null
        && (expectation.Service is null || expectation.Service == step.Service)
        && (expectation.Phases.IsEmpty || expectation.Phases.Select(analysis.Timeline.Find).OfType<Phase>().Any(phase => phase.Contains(failed.At)));
}
