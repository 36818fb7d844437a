using StagingHarness.Execution.Artifacts;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Execution.Gateway;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Probes;
using StagingHarness.Execution.Programs;
using StagingHarness.Execution.Provider;
using StagingHarness.Execution.Running;
using StagingHarness.Execution.Traffic;
using StagingHarness.History.Runs;

namespace StagingHarness.Composition;

/// <summary>Wires the adapters of a stage of child processes on loopback. Disposing it ends what the adapters share.</summary>
internal sealed class ProcessStage : IDisposable
{
    private const string Reason = "app servers, gateway, provider and generator run as child processes on this machine's loopback";

    private readonly HttpProbe probe = new(new DirectDialer(), TimeProvider.System);

    private readonly HttpClient control = ControlHttp.Create(new DirectDialer());

    /// <summary>Starts the run's supervisor; whoever takes the ports disposes the engine.</summary>
    public RunPorts CreatePorts(string rootDirectory, RunFolder folder, RunIdentity identity, TimeProvider time)
    {
        var programs = new HarnessProgramLocator(AppContext.BaseDirectory);
        var cache = Path.Combine(rootDirectory, ".stage", "artifacts");
        return new RunPorts
        {
            Engine = new ProcessEngine(new ProcessEngineSettings
            {
                RunFolder = folder.Path,
                ScenarioRoot = rootDirectory,
                Run = identity,
                Reason = Reason,
                Publisher = new ProjectPublisher(rootDirectory, cache, programs, time),
                Programs = programs,
                Probe = probe,
                TimeProvider = time,
            }),
            Gateway = new GatewayMember(control, time),
            Provider = new ProviderMember(control, time),
            Traffic = new TrafficMember(time),
            Probe = probe,
            Time = time,
        };
    }

    public void Dispose()
    {
        probe.Dispose();
        control.Dispose();
    }
}
