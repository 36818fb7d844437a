using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Scenarios.Plans.Systems.Artifacts;

/// <summary>The artifacts that a plan really puts on servers or runs as jobs, each once.</summary>
public static class UsedArtifacts
{
    public static ImmutableArray<ArtifactPlan> Of(ScenarioPlan plan)
    {
        var versions = plan.Stage.Select(placement => (placement.Service, placement.Version))
            .Concat(plan.AllSteps().OfType<VersionStepPlan>().Select(step => (step.Service, step.Version)));
        return
        [
            .. versions
                .SelectMany(used => Artifacts(plan.System.Service(used.Service), used.Version))
                .Concat(plan.AllSteps().OfType<JobStepPlan>().Select(step => plan.System.Job(step.Job).Artifact))
                .DistinctBy(artifact => artifact.Id),
        ];
    }

    private static IEnumerable<ArtifactPlan> Artifacts(ServicePlan service, ServerVersion version) =>
        service.Platforms.TryGetValue(version.Platform, out var platform)
            ? [platform, service.Releases[version.Release]]
            : [service.Releases[version.Release]];
}
