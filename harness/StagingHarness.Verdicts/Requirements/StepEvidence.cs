using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>What the events of a step say against its receipt; nothing when they bear it out.</summary>
internal static class StepEvidence
{
    /// <summary>The version lies on every server, and is what was built.</summary>
    public static IEnumerable<string> Placed(StepTrace trace, VersionStepPlan step, RunAnalysis analysis)
    {
        foreach (var instance in step.Servers)
        {
            var placed = trace.Events.OfType<VersionPlaced>().LastOrDefault(placing => placing.Instance == instance);
            if (placed?.Version != step.Version)
            {
                yield return $"{trace} placed {placed?.Version.ToString() ?? "nothing"} on '{instance}', not {step.Version}";
            }

            if (placed is { Settings: not null } && SameSettings(placed, analysis) is { } other)
            {
                yield return $"{trace} placed configuration '{placed.Version.Configuration}' on '{instance}', which sets what '{other}' sets: nothing changed";
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

    /// <summary>Another configuration of the same versions with the same environment and files; null when there is none.</summary>
    private static string? SameSettings(VersionPlaced placed, RunAnalysis analysis) => analysis.Record.Events.OfType<VersionPlaced>()
        .FirstOrDefault(other => other.Settings == placed.Settings && other.Version.Configuration != placed.Version.Configuration
            && other.Version == placed.Version with { Configuration = other.Version.Configuration })?.Version.Configuration;

    /// <summary>Started in this step, and said so itself: what ran before proves nothing about the step.</summary>
    public static IEnumerable<string> Running(StepTrace trace, IEnumerable<string> instances, ServerVersion wanted)
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

    /// <summary>What ran on these servers was stopped in this step.</summary>
    public static IEnumerable<string> Stopped(StepTrace trace, IEnumerable<string> instances, bool killed) =>
        instances
            .Where(instance => !trace.Events.OfType<InstanceStopped>().Any(stopped => stopped.Instance == instance && (stopped.Killed || !killed)))
            .Select(instance => $"{trace} did not {(killed ? "kill" : "stop")} '{instance}'");

    /// <summary>The job ran as what was built, and ended by itself with exit code 0.</summary>
    public static IEnumerable<string> Ended(StepTrace trace, JobStepPlan step, RunAnalysis analysis)
    {
        var started = trace.Events.OfType<JobStarted>().LastOrDefault(start => start.Job == step.Job);
        var ended = trace.Events.OfType<JobEnded>().LastOrDefault(end => end.Job == step.Job);
        if (started is null || ended is not { ExitCode: 0, Killed: false })
        {
            yield return $"{trace} has a receipt, and the journal does not say that job '{step.Job}' ended with exit code 0";
            yield break;
        }

        var artifact = analysis.Record.Plan.System.Job(step.Job).Artifact.Id;
        var built = analysis.Record.Events.OfType<ArtifactPrepared>().LastOrDefault(prepared => prepared.Artifact == artifact);
        if (built is null || started.Digests.GetValueOrDefault(artifact) != built.Digest)
        {
            yield return $"what {trace} ran as '{artifact}' is not what was built";
        }
    }

    /// <summary>The gateway leads to these servers with the version, and to others too perhaps.</summary>
    public static IEnumerable<string> Led(StepTrace trace, VersionStepPlan step)
    {
        var targets = trace.Events.OfType<RoutesChanged>().LastOrDefault()?.Targets ?? [];
        return step.Servers
            .Where(instance => !targets.Contains(step.Version.StampOf(instance)))
            .Select(instance => $"{trace} did not lead the traffic to {step.Version} on '{instance}'");
    }
}
