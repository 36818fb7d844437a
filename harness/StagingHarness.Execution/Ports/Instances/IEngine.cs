using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Ports.Instances;

/// <summary>Starts instances. Disposing stops everything that it started, also what a failed call left behind.</summary>
public interface IEngine : IAsyncDisposable
{
    EngineIdentity Identity { get; }

    /// <summary>Builds or fetches artifacts so that they can be placed. <paramref name="progress"/> gets a line per state change.</summary>
    /// <exception cref="ArtifactBuildException">An artifact cannot be had.</exception>
    /// <exception cref="NotPossibleException">An artifact is of a kind that this engine cannot start.</exception>
    Task<ImmutableArray<PreparedArtifact>> PrepareAsync(
        ImmutableArray<ArtifactPlan> artifacts,
        IProgress<string> progress,
        CancellationToken cancellationToken);

    /// <summary>Puts a version on a server; what runs there does not change.</summary>
    Task<Placement> PlaceAsync(PlacementOrder order, CancellationToken cancellationToken);

    /// <summary>Starts an instance and waits until it is ready.</summary>
    /// <exception cref="InstanceDiedException">It ended before it was ready.</exception>
    /// <exception cref="InstanceNotReadyException">It was not ready by the deadline; it has been stopped.</exception>
    Task<IInstance> StartAsync(InstanceOrder order, CancellationToken cancellationToken);

    /// <summary>What the engine itself has on the stage once artifacts are prepared, and without which nothing goes on; empty for most.</summary>
    ImmutableArray<IInstance> Members => [];

    /// <summary>What could not be cleaned up so far, for the end of the run; empty when nothing is left behind.</summary>
    ImmutableArray<string> LeftBehind { get; }
}
