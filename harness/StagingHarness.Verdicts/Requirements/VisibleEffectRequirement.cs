using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Steps;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>
/// A receipt is not taken on trust: the servers attest the version of the step, the gateway leads to it, and the answers carry its stamp.
/// Servers of a service that the gateway does not lead to answer no request of the traffic: what they attest must do.
/// </summary>
internal sealed class VisibleEffectRequirement : Requirement
{
    public override string Name => "every change of versions is visible";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var completed = analysis.Steps.All.Where(trace => trace.Completed is not null).ToArray();
        var doubts = completed.SelectMany(trace => Doubts(trace, analysis)).ToArray();
        if (doubts.Length > 0)
        {
            return Inconclusive(string.Join("; ", doubts));
        }

        var changes = completed.Count(trace => trace.Plan is VersionStepPlan);
        var others = completed.Count(ChangedSomethingElse);
        return (changes, others) switch
        {
            (0, 0) when DescribedCrash.Find(analysis, expectations) is { } described => Met($"{described.Step} shows the crash that {described.Number} describes"),
            (0, 0) => Inconclusive("no step changed anything"),
            (0, _) => Met($"no step changed a version; {Figures.Count(others, "step")} broke something, changed the provider or ran a job or a hook"),
            _ => Met($"{Figures.Count(changes, "step")} changed versions, and servers, routes and answers show it"),
        };
    }

    /// <summary>A hook says itself what it did, by a note; of one that notes nothing, nobody knows.</summary>
    private static bool ChangedSomethingElse(StepTrace trace) =>
        trace.Plan is FaultStepPlan or ProviderStepPlan or JobStepPlan || (trace.Plan is HookStepPlan && trace.Events.OfType<Noted>().Any());

    private static IEnumerable<string> Doubts(StepTrace trace, RunAnalysis analysis) => trace.Plan switch
    {
        ProviderStepPlan => trace.Events.OfType<ProviderChanged>().Any() ? [] : [$"{trace} has a receipt, and the provider did not say what it does"],
        WaitStepPlan or ProbeStepPlan => trace.Events.OfType<CheckAsked>().Any(asked => asked.IsMet) ? [] : [$"{trace} has a receipt, and nothing says that what it asked for holds"],
        JobStepPlan job => StepEvidence.Ended(trace, job, analysis),
        HookStepPlan => trace.Events.OfType<HookRan>().Any() ? [] : [$"{trace} has a receipt, and nothing says that its hook ran"],
        StartStageStepPlan => analysis.Record.Plan.Stage.SelectMany(service => StepEvidence.Running(trace, service.InstanceNames(), service.Version)),
        VersionStepPlan step when step.Service == analysis.Record.Plan.Traffic.Service => DoubtsOfRouted(trace, step, analysis),
        RevertStepPlan revert => StrategyEffects.Doubts(trace, revert, analysis),
        ReplaceStepPlan replace => StepEvidence.Placed(trace, replace, analysis)
            .Concat(replace.CutOff ? StepEvidence.Stopped(trace, replace.Servers, killed: true) : StepEvidence.Running(trace, replace.Servers, replace.Version)),
        StageVersionStepPlan or RollBackStepPlan => StepEvidence.Placed(trace, (VersionStepPlan)trace.Plan, analysis),
        VersionStepPlan step => StepEvidence.Running(trace, step.Servers, step.Version),
        _ => [],
    };

    private static IEnumerable<string> DoubtsOfRouted(StepTrace trace, VersionStepPlan step, RunAnalysis analysis) => step switch
    {
        StageVersionStepPlan => StepEvidence.Placed(trace, step, analysis).Concat(StepEvidence.Running(trace, step.Servers, step.Version)),
        RollBackStepPlan => StepEvidence.Placed(trace, step, analysis),
        ActivateStepPlan => Serving(trace, step, analysis),
        RestartStepPlan => StepEvidence.Running(trace, step.Servers, step.Version).Concat(Serving(trace, step, analysis)),
        _ => StrategyEffects.Doubts(trace, step, analysis),
    };

    private static IEnumerable<string> Serving(StepTrace trace, VersionStepPlan step, RunAnalysis analysis)
    {
        var change = trace.Events.OfType<RoutesChanged>().LastOrDefault();
        var wanted = step.Servers.Select(instance => step.Version.StampOf(instance));
        if (change is null || !change.Targets.ToHashSet().SetEquals(wanted))
        {
            yield return $"{trace} did not lead the traffic to {step.Version} on every server";
            yield break;
        }

        var (served, others) = (0L, 0L);
        foreach (var stretch in analysis.Timeline.Phases
            .Where(phase => phase.Name == StepPhases.BegunBy(step))
            .SelectMany(phase => phase.Stretches.Where(stretch => stretch.Step == trace.Plan.Number)))
        {
            foreach (ref readonly var sample in analysis.SamplesByMoment.Between(stretch.From, stretch.Until))
            {
                if (IsServed(sample, change))
                {
                    served++;
                    others += analysis.Stamps.VersionOf(sample) == step.Version ? 0 : 1;
                }
            }
        }

        if (served == 0)
        {
            yield return $"after {trace} no answer came from the app";
        }

        if (others > 0)
        {
            yield return $"after {trace} {Figures.PartOf(others, served)} answers of the app did not come from {step.Version}";
        }
    }

    /// <summary>Requests that were due before the gateway confirmed the change may rightly have met either version.</summary>
    private static bool IsServed(in Sample sample, RoutesChanged change) => sample.Answerer == Answerer.App && sample.Due >= change.At;
}
