using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>What the steps of strategies must have left in the journal to be believed.</summary>
internal static class StrategyEffects
{
    public static IEnumerable<string> Doubts(StepTrace trace, VersionStepPlan step, RunAnalysis analysis) => step switch
    {
        ReplaceStepPlan { CutOff: true } => StepEvidence.Placed(trace, step, analysis).Concat(StepEvidence.Stopped(trace, step.Servers, killed: true)),
        ReplaceStepPlan => StepEvidence.Placed(trace, step, analysis)
            .Concat(StepEvidence.Running(trace, step.Servers, step.Version))
            .Concat(StepEvidence.Led(trace, step)),
        AddStepPlan add => StepEvidence.Placed(trace, step, analysis)
            .Concat(StepEvidence.Running(trace, step.Servers, step.Version))
            .Concat(StepEvidence.Running(trace, add.Twins, add.TwinVersion)),
        LeadStepPlan => StepEvidence.Led(trace, step).Concat(Answered(trace, step, analysis)),
        SwitchStepPlan => StepEvidence.Led(trace, step).Concat(Answered(trace, step, analysis)),
        RetireStepPlan or StopOldStepPlan => StepEvidence.Stopped(trace, step.Servers, killed: false),
        RevertStepPlan revert => Reverted(trace, revert, analysis),
        _ => [],
    };

    /// <summary>Requests came there: until the routes change again, at least one was answered by what they lead to now.</summary>
    private static IEnumerable<string> Answered(StepTrace trace, VersionStepPlan step, RunAnalysis analysis)
    {
        if (trace.Events.OfType<RoutesChanged>().LastOrDefault() is not { } change)
        {
            yield break;
        }

        var until = analysis.Record.Events.OfType<RoutesChanged>().FirstOrDefault(next => next.Sequence > change.Sequence)?.At ?? TimeSpan.MaxValue;
        var wanted = step.Servers.Select(instance => step.Version.StampOf(instance)).ToHashSet();
        if (!analysis.SamplesByDue.Between(change.At, until).Any(sample => analysis.Stamps.ServerOf(sample) is { } server && wanted.Contains(server)))
        {
            yield return $"after {trace} no answer came from {step.Version} on {ServerNames.Of(step.Servers)}";
        }
    }

    private static IEnumerable<string> Reverted(StepTrace trace, RevertStepPlan step, RunAnalysis analysis)
    {
        foreach (var (instance, version) in step.Versions)
        {
            var attested = trace.Events.OfType<InstanceAttested>().LastOrDefault(attestation => attestation.Instance == instance)?.Version;
            if (attested != version)
            {
                yield return $"in {trace} '{instance}' attested {attested?.ToString() ?? "nothing"}, not {version}";
            }
        }

        var wanted = step.Versions.Select(server => server.Value.StampOf(server.Key));
        if (step.Service == analysis.Record.Plan.Traffic.Service
            && analysis.Routes.At(trace.Completed!) is var routes
            && !(routes?.Targets ?? []).ToHashSet().SetEquals(wanted))
        {
            yield return $"after {trace} the gateway does not lead to what served before";
        }
    }
}
