using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Steps;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

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
        var others = completed.Count(trace => trace.Plan is FaultStepPlan or ProviderStepPlan);
        return (changes, others) switch
        {
            (0, 0) => Inconclusive("no step changed anything"),
            (0, _) => Met($"no step changed a version; {Figures.Count(others, "step")} broke something or changed the provider"),
            _ => Met($"{Figures.Count(changes, "step")} changed versions, and servers, routes and answers show it"),
        };
    }

    private static IEnumerable<string> Doubts(StepTrace trace, RunAnalysis analysis) => trace.Plan switch
    {
        ProviderStepPlan => trace.Events.OfType<ProviderChanged>().Any() ? [] : [$"{trace} has a receipt, and the provider did not say what it does"],
        StartStageStepPlan => analysis.Record.Plan.Stage.SelectMany(service => Running(trace, service.InstanceNames(), service.Version)),
        VersionStepPlan step when step.Service == analysis.Record.Plan.Traffic.Service => DoubtsOfRouted(trace, step, analysis),
        StageVersionStepPlan or RollBackStepPlan => Placed(trace, (VersionStepPlan)trace.Plan, analysis),
        VersionStepPlan step => Running(trace, Servers(step, analysis), step.Version),
        _ => [],
    };

    private static IEnumerable<string> DoubtsOfRouted(StepTrace trace, VersionStepPlan step, RunAnalysis analysis) => step switch
    {
        StageVersionStepPlan => Placed(trace, step, analysis).Concat(Running(trace, Servers(step, analysis), step.Version)),
        RollBackStepPlan => Placed(trace, step, analysis),
        ActivateStepPlan => Serving(trace, step, analysis),
        RestartStepPlan => Running(trace, Servers(step, analysis), step.Version).Concat(Serving(trace, step, analysis)),
        _ => [],
    };

    private static IEnumerable<string> Servers(VersionStepPlan step, RunAnalysis analysis) =>
        analysis.Record.Plan.Stage.Where(service => service.Service == step.Service).SelectMany(service => service.InstanceNames());

    private static IEnumerable<string> Placed(StepTrace trace, VersionStepPlan step, RunAnalysis analysis)
    {
        foreach (var instance in Servers(step, analysis))
        {
            var placed = trace.Events.OfType<VersionPlaced>().LastOrDefault(placing => placing.Instance == instance);
            if (placed?.Version != step.Version)
            {
                yield return $"{trace} placed {placed?.Version.ToString() ?? "nothing"} on '{instance}', not {step.Version}";
            }

            foreach (var artifact in analysis.Record.Events.OfType<ArtifactPrepared>())
            {
                if (placed?.Digests.TryGetValue(artifact.Artifact, out var digest) == true && digest != artifact.Digest)
                {
                    yield return $"what {trace} placed on '{instance}' as '{artifact.Artifact}' is not what was built";
                }
            }
        }
    }

    /// <summary>Started in this step, and said so itself: what ran before proves nothing about the step.</summary>
    private static IEnumerable<string> Running(StepTrace trace, IEnumerable<string> instances, ServerVersion wanted)
    {
        foreach (var instance in instances)
        {
            if (!trace.Events.OfType<InstanceStarted>().Any(started => started.Instance == instance))
            {
                yield return $"{trace} did not start '{instance}'";
            }

            var attested = trace.Events.OfType<InstanceAttested>().LastOrDefault(attestation => attestation.Instance == instance);
            if (attested?.Version != wanted)
            {
                yield return $"in {trace} '{instance}' attested {attested?.Version.ToString() ?? "nothing"}, not {wanted}";
            }
        }
    }

    private static IEnumerable<string> Serving(StepTrace trace, VersionStepPlan step, RunAnalysis analysis)
    {
        var change = trace.Events.OfType<RoutesChanged>().LastOrDefault();
        var wanted = Servers(step, analysis).Select(instance => new ServerStamp(instance, step.Version.Release, step.Version.Platform));
        if (change is null || !change.Targets.ToHashSet().SetEquals(wanted))
        {
            yield return $"{trace} did not lead the traffic to {step.Version} on every server";
            yield break;
        }

        var served = analysis.Timeline.Phases
            .SelectMany(phase => phase.Stretches.Select(stretch => (phase.Name, Stretch: stretch)))
            .Where(one => one.Stretch.Step == trace.Plan.Number && one.Name == Begins(step))
            .SelectMany(one => analysis.SamplesByDue.Where(sample => IsServed(sample, one.Stretch, change)))
            .ToArray();
        if (served.Length == 0)
        {
            yield return $"after {trace} no answer came from the app";
        }

        var others = served.Where(sample => !IsOf(analysis.Stamps.ServerOf(sample), step.Version)).ToArray();
        if (others.Length > 0)
        {
            yield return $"after {trace} {Figures.PartOf(others.Length, served.Length)} answers of the app did not come from {step.Version}";
        }
    }

    /// <summary>Requests that were due before the gateway confirmed the change may rightly have met either version.</summary>
    private static bool IsServed(Sample sample, PhaseStretch stretch, RoutesChanged change) =>
        sample.Answerer == Answerer.App && stretch.Contains(sample.Due) && sample.Due >= change.At;

    private static bool IsOf(ServerStamp? server, ServerVersion version) =>
        server is not null && server.Release == version.Release && server.Platform == version.Platform;

    private static string? Begins(VersionStepPlan step) => step switch
    {
        ActivateStepPlan activate => activate.Begins,
        RestartStepPlan restart => restart.Begins,
        _ => null,
    };
}
