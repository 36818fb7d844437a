using StagingHarness.Engines;
using StagingHarness.Execution.Artifacts;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Engines.Docker;
using StagingHarness.Execution.Engines.Docker.Images;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Execution.Gateway;
using StagingHarness.Execution.Links;
using StagingHarness.Execution.Pager;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Probes;
using StagingHarness.Execution.Programs;
using StagingHarness.Execution.Provider;
using StagingHarness.Execution.Running;
using StagingHarness.Execution.Traffic;
using StagingHarness.History.Runs;

namespace StagingHarness.Composition;

/// <summary>Wires the adapters of a stage upon the engine that was chosen. Disposing it ends what the adapters share.</summary>
internal sealed class StageComposition : IDisposable
{
    private readonly ChosenEngine engine;
    private readonly TimeProvider time;
    private readonly RelayDialer dialer;
    private readonly HttpProbe probe;
    private readonly HttpClient control;

    public StageComposition(ChosenEngine engine, TimeProvider time)
    {
        this.engine = engine;
        this.time = time;
        dialer = new RelayDialer(time);
        probe = new HttpProbe(dialer, time);
        control = ControlHttp.Create(dialer);
    }

    /// <summary>Starts the run's supervisor; whoever takes the ports disposes the engine.</summary>
    public RunPorts CreatePorts(string rootDirectory, RunFolder folder, RunIdentity identity) => new()
    {
        Engine = CreateEngine(rootDirectory, folder, identity),
        Gateway = new GatewayMember(control, time),
        Provider = new ProviderMember(control, time),
        Pager = new PagerMember(control, time),
        Traffic = new TrafficMember(time),
        Link = new LinkMember(dialer, time),
        Probe = probe,
        Time = time,
    };

    public void Dispose()
    {
        probe.Dispose();
        control.Dispose();
    }

    private IEngine CreateEngine(string rootDirectory, RunFolder folder, RunIdentity identity)
    {
        var programs = new HarnessProgramLocator(AppContext.BaseDirectory);
        var publisher = new ProjectPublisher(rootDirectory, Path.Combine(rootDirectory, ".stage", "artifacts"), programs, time);
        var processes = new ProcessEngine(new ProcessEngineSettings
        {
            RunFolder = folder.Path,
            ScenarioRoot = rootDirectory,
            Run = identity,
            Reason = engine.Reason,
            Publisher = publisher,
            Programs = programs,
            Probe = probe,
            TimeProvider = time,
        });
        return engine switch
        {
            ChosenEngine.Process => processes,
            ChosenEngine.Docker docker => new DockerEngine(new DockerEngineSettings
            {
                Endpoint = docker.Endpoint,
                RunFolder = folder.Path,
                ScenarioRoot = rootDirectory,
                Run = identity,
                Reason = docker.Reason,
                Notices = docker.Notices,
                Images = ImageSettings.From(Environment.GetEnvironmentVariable),
                ReaperServes = docker.ReaperServes,
                Publisher = publisher,
                Programs = programs,
                Probe = probe,
                Dialer = dialer,
                Host = processes,
                TimeProvider = time,
            }),
            _ => throw new InvalidOperationException($"Engine '{engine.GetType().Name}' is unknown."),
        };
    }
}
