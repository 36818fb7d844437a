using System.Collections.Immutable;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Probes;
using StagingHarness.Execution.Programs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.FunctionalTests.Engines.Process;

/// <summary>An engine with a run folder of its own, whose servers are the tiny one of the fixtures.</summary>
internal sealed class TinyStage : IAsyncDisposable
{
    public static readonly ProjectArtifactPlan Platform = Artifact("tiny/platform/1");

    public static readonly ProjectArtifactPlan Release = Artifact("tiny/release/1");

    private static int s_lastRun;

    private TinyStage(ProcessEngine engine, HttpProbe probe, string folder)
    {
        Engine = engine;
        Probe = probe;
        Folder = folder;
    }

    public static string TinyServerFolder => Path.Combine(AppContext.BaseDirectory, "fixtures", "TinyServer");

    public ProcessEngine Engine { get; }

    public HttpProbe Probe { get; }

    public string Folder { get; }

    public static string NewRunId() => $"test-{Environment.ProcessId}-{Interlocked.Increment(ref s_lastRun)}";

    public static async Task<TinyStage> BeginAsync(IPortSource? ports = null, string? published = null)
    {
        var folder = Directory.CreateTempSubdirectory("stage-").FullName;
        var probe = new HttpProbe(new DirectDialer(), TimeProvider.System);
        var engine = new ProcessEngine(new ProcessEngineSettings
        {
            RunFolder = folder,
            ScenarioRoot = folder,
            Run = new RunIdentity { RunId = NewRunId(), ControlToken = "token" },
            Reason = "a test asked for it",
            Publisher = new FolderPublisher(published ?? TinyServerFolder),
            Programs = new HarnessProgramLocator(AppContext.BaseDirectory),
            Probe = probe,
            TimeProvider = TimeProvider.System,
            Ports = ports ?? new LoopbackPorts(),
        });
        await engine.PrepareAsync([Platform, Release], new Progress<string>(), CancellationToken.None);
        return new TinyStage(engine, probe, folder);
    }

    public Task<Placement> PlaceAsync(string instance) => Engine.PlaceAsync(
        new PlacementOrder { Instance = instance, Version = new ServerVersion("1", "1"), Platform = Platform, Release = Release },
        CancellationToken.None);

    public async Task<InstanceOrder> OrderAsync(string instance, params string[] arguments) => new()
    {
        Name = instance,
        Generation = 1,
        Program = new ProgramSource.Placed(await PlaceAsync(instance)),
        Arguments = [.. arguments],
        Environment = ImmutableSortedDictionary<string, string>.Empty.Add("ASPNETCORE_URLS", "{listen.http}"),
        Listeners = [new("http", ListenerReach.Stage)],
        Readiness = new ReadinessCheck.HttpOk("http", "/health") { Deadline = TimeSpan.FromSeconds(90) },
    };

    public async Task<IInstance> StartAsync(string instance, params string[] arguments) =>
        await Engine.StartAsync(await OrderAsync(instance, arguments), CancellationToken.None);

    /// <summary>An order for a program of this machine, as of an image; ready when it writes 'up'.</summary>
    public async Task<InstanceOrder> LocalOrderAsync(string instance, ImmutableArray<string> command, params string[] arguments)
    {
        var image = Image(command);
        await Engine.PrepareAsync([image], new Progress<string>(), CancellationToken.None);
        var placement = await Engine.PlaceAsync(
            new PlacementOrder { Instance = instance, Version = new ServerVersion("1", ServerVersion.NoPlatform), Platform = null, Release = image },
            CancellationToken.None);
        return new InstanceOrder
        {
            Name = instance,
            Generation = 1,
            Program = new ProgramSource.Placed(placement),
            LocalCommand = command,
            Arguments = [.. arguments],
            Environment = ImmutableSortedDictionary<string, string>.Empty.Add("WORK", "{work}"),
            Listeners = [new("http", ListenerReach.Stage)],
            Readiness = new ReadinessCheck.LogMatches("^up$") { Deadline = TimeSpan.FromSeconds(30) },
        };
    }

    public async Task<IInstance> StartShellAsync(string instance, string script) =>
        await Engine.StartAsync(await LocalOrderAsync(instance, ["sh", "-c", script]), CancellationToken.None);

    public static ImageArtifactPlan Image(ImmutableArray<string> command) => new()
    {
        Id = "db/release/1",
        Place = new SourcePlace("tiny.system.yaml", 1, 1),
        Reference = "db:1",
        Local = new LocalLaunchPlan { Command = command, Requires = [] },
    };

    public Task<ProbeAnswer> AskAsync(IInstance instance, string path) =>
        Probe.GetAsync(new Uri(instance.AddressOf("http"), path), TimeSpan.FromSeconds(20), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        Probe.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static ProjectArtifactPlan Artifact(string id) =>
        new() { Id = id, Place = new SourcePlace("tiny.system.yaml", 1, 1), ProjectFile = "tiny.csproj" };
}
