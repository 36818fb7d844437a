using System.Collections.Concurrent;
using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Programs;
using StagingHarness.Execution.Supervision;
using StagingHarness.Protocols.Supervisor;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>Starts instances as child processes on loopback: the engine that needs nothing but the SDK.</summary>
public sealed class ProcessEngine : IEngine
{
    private readonly ProcessEngineSettings _settings;
    private readonly SupervisorClient _supervisor;
    private readonly PlacementStore _placements;
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
        Identity = new EngineIdentity("process", settings.Reason);
        Directory.CreateDirectory(settings.RunFolder);
        _placements = new PlacementStore(settings.RunFolder);
        _readiness = new ReadinessWait(settings.Probe, settings.TimeProvider);
        Swept = OrphanSweep.Run().Lines;
        _supervisor = SupervisorClient.Start(settings.Programs, settings.Run.RunId, settings.TimeProvider);
    }

    public EngineIdentity Identity { get; }

    /// <summary>What dead runs had left behind and was ended when this engine began; a line each.</summary>
    public ImmutableArray<string> Swept { get; }

    public ImmutableArray<string> LeftBehind => [.. _leftBehind];

    internal int SupervisorProcessId => _supervisor.ProcessId;

    public async Task<ImmutableArray<PreparedArtifact>> PrepareAsync(
        ImmutableArray<ArtifactPlan> artifacts,
        IProgress<string> progress,
        CancellationToken cancellationToken)
    {
        var published = await _settings.Publisher.PublishAsync([.. artifacts.Select(AsProject)], progress, cancellationToken);
        foreach (var project in published)
        {
            _published[project.Id] = project;
        }

        return [.. published.Select(project => new PreparedArtifact(project.Id, project.Digest, project.FromCache, project.Took))];
    }

    public Task<Placement> PlaceAsync(PlacementOrder order, CancellationToken cancellationToken) =>
        _placements.PlaceAsync(order, Published(order.Platform!), Published(order.Release), cancellationToken);

    /// <exception cref="SupervisorLostException">The supervisor has ended.</exception>
    /// <exception cref="ProcessStartException">The program could not be started.</exception>
    /// <exception cref="PlacedProgramException">The placed version holds no program, or several.</exception>
    public async Task<IInstance> StartAsync(InstanceOrder order, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var start = _settings.TimeProvider.GetTimestamp();
            var instance = await StartProcessAsync(order, cancellationToken);
            try
            {
                await _readiness.WaitAsync(instance, order.Readiness, _supervisor.ProcessId, cancellationToken);
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

        if (_placements.Clear() is { } problem)
        {
            _leftBehind.Enqueue(problem);
        }
    }

    private async Task<ProcessInstance> StartProcessAsync(InstanceOrder order, CancellationToken cancellationToken)
    {
        var listeners = order.Listeners.ToImmutableSortedDictionary(
            listener => listener.Name, _ => new Uri($"http://127.0.0.1:{_settings.Ports.Next()}"), StringComparer.Ordinal);
        var log = InstanceLog.Open(_settings.RunFolder, order.Name, order.Generation);
        var (program, folder) = ProgramOf(order);
        var placeholders = new Placeholders(listeners, folder);
        var process = await _supervisor.StartAsync(
            id => new StartCommand
            {
                Id = id,
                File = DotnetHost.Locate(),
                Arguments = [program, .. order.Arguments.Select(placeholders.Fill)],
                Environment = EnvironmentOf(order, placeholders),
                WorkingDirectory = Path.GetDirectoryName(program)!,
                LogFile = log.FullPath,
            },
            cancellationToken);
        var instance = new ProcessInstance(order, process, listeners, log, _settings.TimeProvider);
        _running[instance] = true;
        return instance;
    }

    private (string Program, PlacementFolder? Folder) ProgramOf(InstanceOrder order)
    {
        switch (order.Program)
        {
            case ProgramSource.Placed placed:
                var folder = new PlacementFolder(placed.Placement.Handle);
                return (PlacedProgram.Find(order.Name, folder), folder);
            case ProgramSource.Own own:
                return (_settings.Programs.Locate(own.Program), null);
            default:
                throw new InvalidOperationException($"Program source '{order.Program.GetType().Name}' is unknown.");
        }
    }

    private static ImmutableSortedDictionary<string, string?> EnvironmentOf(InstanceOrder order, Placeholders placeholders)
    {
        var environment = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var name in InheritedEnvironment.OfHostsAndProxies())
        {
            environment[name] = null;
        }

        foreach (var (name, value) in order.Environment)
        {
            environment[name] = placeholders.Fill(value);
        }

        return environment.ToImmutable();
    }

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

    private static ProjectArtifactPlan AsProject(ArtifactPlan artifact) => artifact as ProjectArtifactPlan
        ?? throw new InvalidOperationException($"Artifact '{artifact.Id}' is no project; the planner lets only projects through to this engine.");
}
