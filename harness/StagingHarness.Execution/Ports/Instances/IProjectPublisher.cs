using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Ports.Instances;

/// <summary>Turns .NET projects into folders that can be started.</summary>
public interface IProjectPublisher
{
    /// <summary>
    /// Publishes all projects in one build, those that are unchanged from the cache, in the order given.
    /// <paramref name="progress"/> gets a line per state change.
    /// </summary>
    /// <exception cref="ArtifactBuildException">A project cannot be built.</exception>
    Task<ImmutableArray<PublishedProject>> PublishAsync(
        ImmutableArray<ProjectArtifactPlan> projects,
        IProgress<string> progress,
        CancellationToken cancellationToken);
}
