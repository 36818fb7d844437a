using System.Collections.Concurrent;
using System.Collections.Immutable;
using StagingHarness.Execution.Engines.Docker.Containers;
using StagingHarness.Execution.Engines.Docker.Failures;
using StagingHarness.Execution.Engines.Readiness;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Engines.Docker;

/// <summary>Starts instances as containers on the networks of a stage; the traffic generator stays on this machine.</summary>
public sealed class DockerEngine : IEngine
{
    private const int MostAttempts = 3;

    // Far above what removing a dozen containers takes; what hangs longer is named instead.
    private static readonly TimeSpan CleanUpDeadline = TimeSpan.FromSeconds(20);

    private readonly DockerEngineSettings _settings;
    private readonly DockerStage _stage;
    private readonly ReadinessWait _readiness;
    private readonly ConcurrentDictionary<DockerInstance, bool> _running = new();
    private readonly ConcurrentQueue<string> _leftBehind = new();
    private bool _disposed;

    /// <summary>Asks nothing of the Docker engine yet.</summary>
    public DockerEngine(DockerEngineSettings settings)
    {
        _settings = settings;
        _stage = new DockerStage(settings);
        _readiness = new ReadinessWait(settings.Probe, settings.TimeProvider);
        Identity = new EngineIdentity("docker", settings.Reason)
        {
            Version = $"{settings.Endpoint.Engine}, API {settings.Endpoint.ApiVersion}",
            Notices = [.. settings.Notices, .. settings.Host.Identity.Notices],
        };
        Directory.CreateDirectory(Path.Combine(settings.RunFolder, "logs"));
    }

    public EngineIdentity Identity { get; }

    public ImmutableArray<IInstance> Members => _stage.Relay is { } relay ? [relay] : [];

    public ImmutableArray<string> LeftBehind => [.. _leftBehind, .. _settings.Host.LeftBehind];

    /// <summary>Builds or fetches the images of all artifacts, and makes the networks of the stage and the way there meanwhile.</summary>
    /// <exception cref="ImageMissingException">An image is neither on the engine nor to be had.</exception>
    /// <exception cref="DiskFullException">The engine has no room left.</exception>
    /// <exception cref="AddressesExhaustedException">The engine has no address range left for a network.</exception>
    public async Task<ImmutableArray<PreparedArtifact>> PrepareAsync(
        ImmutableArray<ArtifactPlan> artifacts, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var standing = _stage.StandAsync(StartAsync, cancellationToken);
        var prepared = _stage.Artifacts.PrepareAsync(artifacts, progress, cancellationToken);
        return await EngineTrouble.NameAsync("the stage's images and networks were made ready", async () =>
        {
            await Task.WhenAll(standing, prepared);
            return await prepared;
        });
    }

    /// <exception cref="ArtifactBuildException">The version's image cannot be built.</exception>
    /// <exception cref="EngineRefusedException">The engine failed.</exception>
    public Task<Placement> PlaceAsync(PlacementOrder order, CancellationToken cancellationToken) => EngineTrouble.NameAsync(
        $"{order.Version} was placed on '{order.Instance}'", () => _stage.Artifacts.PlaceAsync(order, cancellationToken));

    /// <exception cref="ContainerStartException">The engine could not start its program.</exception>
    /// <exception cref="PortTakenException">A port to be published stayed taken.</exception>
    /// <exception cref="EngineRefusedException">The engine failed.</exception>
    public async Task<IInstance> StartAsync(InstanceOrder order, CancellationToken cancellationToken)
    {
        if (order.Program is ProgramSource.Own { Program: HarnessProgram.Generator })
        {
            return await _settings.Host.StartAsync(order, cancellationToken);
        }

        var start = _settings.TimeProvider.GetTimestamp();
        var instance = await StartContainerAsync(order, cancellationToken);
        _running[instance] = true;
        try
        {
            _stage.OnStarted(order, instance);
            await _readiness.WaitAsync(instance, order.Readiness, static _ => null, cancellationToken);
            instance.ReadyAfter = _settings.TimeProvider.GetElapsedTime(start);
            return instance;
        }
        catch
        {
            await EndAsync(instance);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        try
        {
            await Task.WhenAll(Task.WhenAll(_running.Keys.Select(EndAsync)), _settings.Host.DisposeAsync().AsTask());
        }
        finally
        {
            // Whatever became of the instances, the networks go, and what carries the run's label.
            using var deadline = new CancellationTokenSource(CleanUpDeadline, _settings.TimeProvider);
            foreach (var problem in await _stage.FallAsync(deadline.Token))
            {
                _leftBehind.Enqueue(problem);
            }

            _stage.Dispose();
        }
    }

    private async Task<DockerInstance> StartContainerAsync(InstanceOrder order, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await EngineTrouble.NameAsync(
                    $"instance '{order.Name}' was started", () => _stage.StartAsync(order, cancellationToken));
            }
            catch (PortTakenException) when (attempt < MostAttempts)
            {
                // Somebody took it between the engine's choice and its use; it chooses anew.
            }
        }
    }

    private async Task EndAsync(DockerInstance instance)
    {
        using var deadline = new CancellationTokenSource(CleanUpDeadline, _settings.TimeProvider);

        // Cleaning up never hides the first cause; what is left is said at the end of the run.
        if (await instance.RemoveAsync(deadline.Token) is { } problem)
        {
            _leftBehind.Enqueue(problem);
        }

        _running.TryRemove(instance, out _);
    }
}
