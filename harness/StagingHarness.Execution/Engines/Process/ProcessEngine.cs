using System.Collections.Concurrent;
using System.Collections.Immutable;
using StagingHarness.Execution.Engines.Readiness;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;
using StagingHarness.Execution.Supervision;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>Starts instances as child processes on loopback: the engine that needs nothing but the SDK.</summary>
public sealed class ProcessEngine : IEngine
{
    private readonly ProcessEngineSettings _settings;
    private readonly SupervisorClient _supervisor;
    private readonly PlacementStore _placements;
    private readonly InstanceFolders _folders;
    private readonly ListenerPorts _ports;
    private readonly ProcessLaunches _launches;
    private readonly ReadinessWait _readiness;
    private readonly ConcurrentDictionary<string, PublishedProject> _published = new();
    private readonly ConcurrentDictionary<ProcessInstance, bool> _running = new();
    private readonly ConcurrentQueue<string> _leftBehind = new();
    private bool _disposed;

    /// <summary>Ends what dead runs left behind on this machine, and starts this run's supervisor.</summary>
    /// <exception cref="HarnessProgramMissingException">The supervisor does not lie beside the harness.</exception>
    /// <exception cref="DotnetHostMissingException">No dotnet host was found.</exception>
    public ProcessEngine(ProcessEngineSettings settings)
    {
        _settings = settings;
        Identity = new EngineIdentity("process", settings.Reason) { Notices = OrphanSweep.Run().Lines };
        Directory.CreateDirectory(settings.RunFolder);
        _placements = new PlacementStore(settings.RunFolder);
        _readiness = new ReadinessWait(settings.Probe, settings.TimeProvider);
        _folders = new InstanceFolders(settings.ScenarioRoot);
        _ports = new ListenerPorts(settings.Ports);
        _launches = new ProcessLaunches(settings.RunFolder, settings.Programs, _ports, _folders);
        _supervisor = SupervisorClient.Start(settings.Programs, settings.Run.RunId, settings.TimeProvider);
    }

    public EngineIdentity Identity { get; }

    public ImmutableArray<string> LeftBehind => [.. _leftBehind];

    internal int SupervisorProcessId => _supervisor.ProcessId;

    public async Task<ImmutableArray<PreparedArtifact>> PrepareAsync(
        ImmutableArray<ArtifactPlan> artifacts,
        IProgress<string> progress,
        CancellationToken cancellationToken)
    {
        var local = await PrepareLocalAsync(artifacts, progress, cancellationToken);
        ImmutableArray<ProjectArtifactPlan> projects = [.. artifacts.OfType<ProjectArtifactPlan>()];
        foreach (var project in projects.IsEmpty ? [] : await _settings.Publisher.PublishAsync(projects, progress, cancellationToken))
        {
            _published[project.Id] = project;
        }

        return
        [
            .. artifacts.Select(artifact => artifact is ProjectArtifactPlan
                ? Prepared(Published(artifact))
                : local[artifact.Id]),
        ];
    }

    public Task<Placement> PlaceAsync(PlacementOrder order, CancellationToken cancellationToken) => order.Release is ProjectArtifactPlan
        ? _placements.PlaceAsync(order, order.Platform is { } platform ? Published(platform) : null, Published(order.Release), cancellationToken)
        : _placements.PlaceAsync(order, LocalProgram.Locate(order.Release), cancellationToken);

    /// <exception cref="SupervisorLostException">The supervisor has ended.</exception>
    /// <exception cref="ProcessStartException">The program could not be started.</exception>
    /// <exception cref="PlacedProgramException">The placed version holds no program, or several.</exception>
    /// <exception cref="FileNotPlacedException">A file could not be put beside it.</exception>
    public async Task<IInstance> StartAsync(InstanceOrder order, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var start = _settings.TimeProvider.GetTimestamp();
            var instance = await StartProcessAsync(order, attempt, cancellationToken);
            try
            {
                await _readiness.WaitAsync(instance, order.Readiness, address => Objection(address, instance.ProcessId), cancellationToken);
                instance.ReadyAfter = _settings.TimeProvider.GetElapsedTime(start);
                return instance;
            }
            catch (InstanceDiedException exception)
            {
                _running.TryRemove(instance, out _);
                _supervisor.ThrowIfLost();
                if (!PortCollision.CallsForRetry(exception.Exit, attempt))
                {
                    throw;
                }
            }
            catch
            {
                await EndAsync(instance, instance.KillAsync);
                throw;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await Task.WhenAll(_running.Keys.Select(instance => EndAsync(instance, async _ =>
        {
            await instance.DisposeAsync();
            return await instance.Exited;
        })));
        await _supervisor.DisposeAsync();
        foreach (var processId in _supervisor.FindChildren())
        {
            _leftBehind.Enqueue($"Process {processId} of run '{_settings.Run.RunId}' could not be ended; end it by hand.");
        }

        foreach (var problem in new[] { _placements.Clear(), _folders.Clear() }.OfType<string>())
        {
            _leftBehind.Enqueue(problem);
        }
    }

    private async Task<ProcessInstance> StartProcessAsync(InstanceOrder order, int attempt, CancellationToken cancellationToken)
    {
        var launch = await _launches.CreateAsync(order, attempt, cancellationToken);
        var process = await _supervisor.StartAsync(launch.ToCommand, cancellationToken);
        var instance = new ProcessInstance(order, process, launch, new InstanceCommand(_supervisor, launch), _settings.TimeProvider);
        _running[instance] = true;
        _ports.Keep(instance);
        return instance;
    }

    private async Task<Dictionary<string, PreparedArtifact>> PrepareLocalAsync(
        ImmutableArray<ArtifactPlan> artifacts, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var prepared = new Dictionary<string, PreparedArtifact>(StringComparer.Ordinal);
        foreach (var artifact in artifacts.Where(artifact => artifact is not ProjectArtifactPlan))
        {
            var start = _settings.TimeProvider.GetTimestamp();
            var program = LocalProgram.Locate(artifact);
            var digest = await program.MeasureAsync(cancellationToken);
            progress.Report($"{artifact.Id} runs as '{program.File}' of this machine");
            prepared[artifact.Id] = new PreparedArtifact(artifact.Id, digest, FromCache: true, _settings.TimeProvider.GetElapsedTime(start));
        }

        return prepared;
    }

    private static PreparedArtifact Prepared(PublishedProject project) => new(project.Id, project.Digest, project.FromCache, project.Took);

    private async Task EndAsync(ProcessInstance instance, Func<CancellationToken, Task<InstanceExit>> end)
    {
        try
        {
            await end(CancellationToken.None);
            _running.TryRemove(instance, out _);
        }
        catch (EnvironmentException exception)
        {
            // Cleaning up never hides the first cause; what is left is said at the end of the run.
            _leftBehind.Enqueue(exception.Message);
        }
    }

    private PublishedProject Published(ArtifactPlan artifact) => _published.TryGetValue(artifact.Id, out var project)
        ? project
        : throw new InvalidOperationException($"Artifact '{artifact.Id}' was not prepared before it was placed.");

    /// <summary>A process of somebody else that took the port may answer in the instance's stead.</summary>
    private string? Objection(Uri address, int processId) => ListenerOwner.BelongsToStage(address.Port, processId, _supervisor.ProcessId)
        ? null
        : $"another process that listens at '{address}'";
}
