using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Servers;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Looks at the states of instances: as a phase begins, and after every start, stop and death in it.</summary>
internal static class InstanceEvaluator
{
    public static ExpectationResult Evaluate(InstanceExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);
        ImmutableArray<string> instances =
        [
            .. analysis.Record.Plan.Stage
                .Where(service => plan.Service is null || plan.Service == service.Service)
                .SelectMany(service => service.InstanceNames())
                .Concat(Added(plan, analysis))
                .Distinct()
                .Where(instance => plan.Instance is null || plan.Instance == instance),
        ];
        var observed = new Observed
        {
            Unit = "state",
            Observations = instances.SelectMany(instance => Observe(instance, plan.State, phases, analysis))
                .Concat(StartUps(plan, phases, analysis))
                .OrderBy(observation => observation.At),
            Phases = phases,
            Instances = instances,
            Lasts = true,
        };
        return CountedEvaluator.Evaluate(plan, observed, analysis);
    }

    /// <summary>Servers that a step added, such as a canary.</summary>
    private static IEnumerable<string> Added(InstanceExpectationPlan plan, RunAnalysis analysis) => analysis.Record.Events
        .OfType<InstanceStarted>()
        .Where(started => started.Service is { } service && (plan.Service is null || plan.Service == service))
        .Select(started => started.Instance);

    private static IEnumerable<Observation> Observe(string instance, InstanceState state, PhaseSelection phases, RunAnalysis analysis)
    {
        var history = InstanceHistory.Of(analysis.Record.Events, instance, state);
        foreach (var stretch in phases.Covered)
        {
            yield return new Observation(stretch.From, history.Before(stretch.From), instance);
            foreach (var (at, holds) in history.Changes.Where(change => stretch.Contains(change.At)))
            {
                yield return new Observation(at, holds, instance);
            }
        }
    }

    /// <summary>A server that did not come up was never an instance that runs; the failed step tells of it, and not of whom.</summary>
    private static IEnumerable<Observation> StartUps(InstanceExpectationPlan plan, PhaseSelection phases, RunAnalysis analysis) =>
        from trace in analysis.Steps.Begun
        where plan is { State: InstanceState.Crashed, Instance: null }
            && trace is { Failed.Kind: StepFailureKind.StartUp, Plan: VersionStepPlan step }
            && (plan.Service is null || plan.Service == step.Service)
            && phases.Covered.Any(stretch => stretch.Contains(trace.Failed.At))
        select new Observation(trace.Failed!.At, Hit: true, Instance: null);
}
