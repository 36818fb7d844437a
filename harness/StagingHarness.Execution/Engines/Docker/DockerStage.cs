using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using StagingHarness.Execution.Engines.Docker.Containers;
using StagingHarness.Execution.Engines.Docker.Images;
using StagingHarness.Execution.Engines.Docker.Networks;
using StagingHarness.Execution.Engines.Docker.Sweeping;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Docker;

/// <summary>What one run has on the engine: its networks, the relay through which the harness comes, its containers.</summary>
internal sealed class DockerStage : IDisposable
{
    private readonly DockerEngineSettings _settings;
    private readonly DockerSession _session;
    private readonly StageNetworks _networks;
    private readonly ContainerStarter _starter;
    private readonly ContainerSpecs _specs;
    private readonly RelayMember _relay;

    public DockerStage(DockerEngineSettings settings)
    {
        _settings = settings;
        if (settings.ReaperServes)
        {
            Reaper.Use();
        }

        _session = new DockerSession
        {
            Endpoint = settings.Endpoint,
            Client = settings.Endpoint.CreateClient(),
            Labels = DockerLabels.ForRun(settings.Run),
            ReaperServes = settings.ReaperServes,
            Logger = NullLogger.Instance,
            TimeProvider = settings.TimeProvider,
        };
        var store = new ImageStore(_session.Client, settings.Endpoint.Configuration, settings.TimeProvider);
        var baseImage = new ImageSource(store, settings.Images.BaseImage, "app servers and the harness's own programs");
        var programs = new ProgramImages(store, baseImage, settings.Programs);
        Artifacts = new ArtifactImages(
            store,
            baseImage,
            new ImageSource(store, settings.Images.DebianImage, "Dockerfiles"),
            settings.Publisher,
            settings.ScenarioRoot,
            settings.TimeProvider);
        _networks = new StageNetworks(_session, settings.Run.RunId);
        _starter = new ContainerStarter(_session, _networks);
        _specs = new ContainerSpecs(settings.Run.RunId, _session, _networks, programs, new FileLayer(store, settings.ScenarioRoot));
        _relay = new RelayMember(settings.Dialer, settings.Run);
    }

    public ArtifactImages Artifacts { get; }

    /// <summary>Null until the stage stands.</summary>
    public IInstance? Relay { get; private set; }

    /// <summary>Makes the networks, and opens the way through which the harness reaches them.</summary>
    /// <param name="start">Starts the relay as any instance is started.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StandAsync(Func<InstanceOrder, CancellationToken, Task<IInstance>> start, CancellationToken cancellationToken)
    {
        await Task.WhenAll(_networks.CreateAsync(cancellationToken), _specs.PrepareAsync(cancellationToken));
        Relay = await start(_relay.CreateOrder(), cancellationToken);
    }

    /// <summary>Makes the order's container and starts it; it may not be ready yet.</summary>
    public async Task<DockerInstance> StartAsync(InstanceOrder order, CancellationToken cancellationToken)
    {
        var spec = await _specs.CreateAsync(order, cancellationToken);
        var started = await _starter.StartAsync(spec, cancellationToken);
        var log = string.Create(CultureInfo.InvariantCulture, $"logs/{order.Name}.{order.Generation}.log");
        return new DockerInstance(order, started, new DockerInstanceParts
        {
            Session = _session,
            Starter = _starter,
            Seats = spec.Seats,
            Addresses = ContainerSpecs.AddressesOf(order).Publish(order, started),
            Log = new ContainerLog(Path.Combine(_settings.RunFolder, log)),
            LogPath = log,
        });
    }

    /// <summary>The way to the stage leads through the relay, once that runs.</summary>
    public void OnStarted(InstanceOrder order, DockerInstance instance)
    {
        if (order.Program is ProgramSource.Own { Program: HarnessProgram.Relay })
        {
            _relay.Use(instance);
        }
    }

    /// <summary>
    /// Takes the networks away, and before that whatever container carries the run's label: one whose making was given up may have
    /// been made all the same.
    /// </summary>
    /// <returns>What could not be taken away, and why.</returns>
    public async Task<ImmutableArray<string>> FallAsync(CancellationToken cancellationToken)
    {
        var left = await _starter.RemoveAllAsync(_settings.Run.RunId, cancellationToken);
        return [.. left, .. await _networks.RemoveAsync(cancellationToken)];
    }

    public void Dispose() => _session.Client.Dispose();
}
