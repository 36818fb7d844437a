using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace EngineHost;

/// <summary>Takes a folder for published as it lies there.</summary>
internal sealed class FolderPublisher(string folder) : IProjectPublisher
{
    public Task<ImmutableArray<PublishedProject>> PublishAsync(
        ImmutableArray<ProjectArtifactPlan> projects,
        IProgress<string> progress,
        CancellationToken cancellationToken) =>
        Task.FromResult(projects.Select(project => new PublishedProject
        {
            Id = project.Id,
            Folder = folder,
            Digest = "sha256:unknown",
            FromCache = true,
            Took = TimeSpan.Zero,
        }).ToImmutableArray());
}
