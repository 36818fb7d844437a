using System.Collections.Immutable;
using EngineHost;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Probes;
using StagingHarness.Execution.Programs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

// Arguments: run folder, run id, folder of the server's program, count of servers. Starts them, says their ids and addresses, then sits
// there until it is ended.
using var probe = new HttpProbe(new DirectDialer(), TimeProvider.System);
await using var engine = new ProcessEngine(new ProcessEngineSettings
{
    RunFolder = args[0],
    ScenarioRoot = args[0],
    Run = new RunIdentity { RunId = args[1], ControlToken = "token" },
    Reason = "a test",
    Publisher = new FolderPublisher(args[2]),
    Programs = new HarnessProgramLocator(AppContext.BaseDirectory),
    Probe = probe,
    TimeProvider = TimeProvider.System,
});
var artifact = new ProjectArtifactPlan { Id = "tiny", Place = new SourcePlace("tiny.yaml", 1, 1), ProjectFile = "tiny.csproj" };
await engine.PrepareAsync([artifact, artifact with { Id = "tiny-release" }], new Progress<string>(), CancellationToken.None);
for (var number = 1; number <= int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture); number++)
{
    var placement = await engine.PlaceAsync(
        new PlacementOrder
        {
            Instance = $"tiny-{number}",
            Version = new ServerVersion("1", "1"),
            Platform = artifact,
            Release = artifact with { Id = "tiny-release" },
        },
        CancellationToken.None);
    var instance = await engine.StartAsync(
        new InstanceOrder
        {
            Name = $"tiny-{number}",
            Generation = 1,
            Program = new ProgramSource.Placed(placement),
            Arguments = [],
            Environment = ImmutableSortedDictionary<string, string>.Empty.Add("ASPNETCORE_URLS", "{listen.http}"),
            Listeners = [new("http", ListenerReach.Stage)],
            Readiness = new ReadinessCheck.HttpOk("http", "/health") { Deadline = TimeSpan.FromSeconds(90) },
        },
        CancellationToken.None);
    Console.WriteLine($"{instance.Identity} {instance.AddressOf("http")}");
}

Console.WriteLine("standing");
await Console.In.ReadToEndAsync();
