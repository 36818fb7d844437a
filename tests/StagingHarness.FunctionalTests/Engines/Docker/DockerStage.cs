using System.Collections.Immutable;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Engines.Docker;
using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Docker.Images;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Execution.Gateway;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Probes;
using StagingHarness.Execution.Programs;
using StagingHarness.Execution.Provider;
using StagingHarness.Execution.Traffic;
using StagingHarness.FunctionalTests.Engines.Process;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>A Docker engine with a run folder of its own, whose servers are the tiny one of the fixtures.</summary>
internal sealed class DockerStage : IAsyncDisposable
{
    private static readonly ProjectArtifactPlan Platform = Artifact("tiny/platform/1");
    private static readonly ProjectArtifactPlan Release = Artifact("tiny/release/1");

    private static readonly ContainerPlan Limits = new()
    {
        User = "1654:1654",
        MemoryBytes = 256L * 1024 * 1024,
        Processes = 200,
        ReadOnly = true,
        Writable = [],
    };

    private readonly HttpClient _control;
    private bool _ended;

    private DockerStage(DockerEngine engine, RelayDialer dialer, HttpProbe probe, RunIdentity run, string folder)
    {
        Engine = engine;
        Dialer = dialer;
        Probe = probe;
        Run = run;
        Folder = folder;
        _control = ControlHttp.Create(dialer);
    }

    public DockerEngine Engine { get; }

    public RelayDialer Dialer { get; }

    public HttpProbe Probe { get; }

    public RunIdentity Run { get; }

    public string Folder { get; }

    /// <summary>What <see cref="BeginAsync"/> was given beside the tiny server.</summary>
    public ImmutableArray<PreparedArtifact> Prepared { get; private set; } = [];

    /// <param name="endpoint">The engine.</param>
    /// <param name="artifacts">Prepared beside the tiny server.</param>
    /// <param name="scenarioRoot">Where their Dockerfiles and files lie; null for the fixtures.</param>
    public static async Task<DockerStage> BeginAsync(
        DockerEndpoint endpoint, ImmutableArray<ArtifactPlan> artifacts = default, string? scenarioRoot = null)
    {
        var folder = Directory.CreateTempSubdirectory("stage-").FullName;
        var dialer = new RelayDialer(TimeProvider.System);
        var probe = new HttpProbe(dialer, TimeProvider.System);
        var programs = new HarnessProgramLocator(AppContext.BaseDirectory);
        var publisher = new FolderPublisher(TinyStage.TinyServerFolder);
        var run = new RunIdentity { RunId = TinyStage.NewRunId(), ControlToken = "token-of-this-test" };
        var engine = new DockerEngine(new DockerEngineSettings
        {
            Endpoint = endpoint,
            RunFolder = folder,
            ScenarioRoot = scenarioRoot ?? Path.Combine(AppContext.BaseDirectory, "fixtures"),
            Run = run,
            Reason = "a test asked for it",
            Notices = [],
            Images = ImageSettings.From(Environment.GetEnvironmentVariable),
            ReaperServes = false,
            Publisher = publisher,
            Programs = programs,
            Probe = probe,
            Dialer = dialer,
            Host = new ProcessEngine(new ProcessEngineSettings
            {
                RunFolder = folder,
                ScenarioRoot = folder,
                Run = run,
                Reason = "",
                Publisher = publisher,
                Programs = programs,
                Probe = probe,
                TimeProvider = TimeProvider.System,
            }),
            TimeProvider = TimeProvider.System,
        });
        var stage = new DockerStage(engine, dialer, probe, run, folder);
        try
        {
            ImmutableArray<ArtifactPlan> all = [Platform, Release, .. artifacts.IsDefault ? [] : artifacts];
            stage.Prepared = [.. (await engine.PrepareAsync(all, new Progress<string>(), CancellationToken.None)).Skip(2)];
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    public static ProjectArtifactPlan Artifact(string id) =>
        new() { Id = id, Place = new SourcePlace("tiny.system.yaml", 1, 1), ProjectFile = "tiny.csproj" };

    public async Task<InstanceOrder> OrderAsync(string instance, params string[] arguments) => new()
    {
        Name = instance,
        Generation = 1,
        Program = new ProgramSource.Placed(await Engine.PlaceAsync(
            new PlacementOrder { Instance = instance, Version = new ServerVersion("1", "1"), Platform = Platform, Release = Release },
            CancellationToken.None)),
        Arguments = [.. arguments],
        Environment = ImmutableSortedDictionary<string, string>.Empty.Add("ASPNETCORE_URLS", "{listen.http}"),
        Listeners = [new("http", ListenerReach.Stage)],
        Readiness = new ReadinessCheck.HttpOk("http", "/health") { Deadline = TimeSpan.FromSeconds(60) },
        Container = Limits,
    };

    public async Task<IInstance> StartAsync(string instance, params string[] arguments) =>
        await Engine.StartAsync(await OrderAsync(instance, arguments), CancellationToken.None);

    /// <summary>An order for a program out of an image; ready when it writes 'up'.</summary>
    public async Task<InstanceOrder> OrderAsync(string instance, ArtifactPlan image) => new()
    {
        Name = instance,
        Generation = 1,
        Program = new ProgramSource.Placed(await PlaceAsync(instance, image)),
        Arguments = [],
        Environment = ImmutableSortedDictionary<string, string>.Empty,
        Listeners = [new("http", ListenerReach.Stage)],
        Readiness = new ReadinessCheck.LogMatches("^up$") { Deadline = TimeSpan.FromSeconds(30) },
        Container = Limits,
    };

    /// <summary>Places a release that brings its own server.</summary>
    public Task<Placement> PlaceAsync(string instance, ArtifactPlan release) => Engine.PlaceAsync(
        new PlacementOrder { Instance = instance, Version = new ServerVersion("1", ServerVersion.NoPlatform), Platform = null, Release = release },
        CancellationToken.None);

    public async Task<ITraffic> StartGeneratorAsync()
    {
        var member = new TrafficMember(TimeProvider.System);
        return member.Attach([await Engine.StartAsync(member.CreateOrders(Run, generators: 1).Single(), CancellationToken.None)], Run);
    }

    public async Task<(IInstance Instance, IGateway Gateway)> StartGatewayAsync()
    {
        var member = new GatewayMember(_control, TimeProvider.System);
        var instance = await Engine.StartAsync(member.CreateOrder(GatewayOrder.Plain, Run), CancellationToken.None);
        return (instance, member.Attach(instance, Run));
    }

    public async Task<(IInstance Instance, IProvider Provider)> StartProviderAsync()
    {
        var member = new ProviderMember(_control, Dialer, new StageTrust(), TimeProvider.System);
        var order = new ProviderOrder
        {
            Audience = "tiny",
            TokenLifetime = TimeSpan.FromHours(1),
            Clients = ImmutableSortedDictionary<string, string>.Empty.Add("tiny-client", "secret-of-this-test"),
        };
        var instance = await Engine.StartAsync(member.CreateOrder(order, Run), CancellationToken.None);
        return (instance, member.Attach(instance, order, Run));
    }

    public Task<ProbeAnswer> AskAsync(IInstance instance, string path) =>
        Probe.GetAsync(new Uri(instance.AddressOf("http"), path), TimeSpan.FromSeconds(20), CancellationToken.None);

    /// <summary>Takes the stage down; what tests look at afterwards is the engine.</summary>
    public async Task EndAsync()
    {
        if (!_ended)
        {
            _ended = true;
            await Engine.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _control.Dispose();
        Probe.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
