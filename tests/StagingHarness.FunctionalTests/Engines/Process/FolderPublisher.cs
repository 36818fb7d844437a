using System.Collections.Immutable;
using StagingHarness.Execution.Digests;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.FunctionalTests.Engines.Process;

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
            Digest = FolderDigest.Measure(folder, cancellationToken),
            FromCache = false,
            Took = TimeSpan.Zero,
        }).ToImmutableArray());
}
