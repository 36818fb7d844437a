using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Provider;
using StagingHarness.FunctionalTests.Processes;

namespace StagingHarness.FunctionalTests.Provider;

/// <summary>A stand-in in a process of its own, started and driven by the adapter that stages use; without TLS.</summary>
internal sealed class RunningStandIn : IAsyncDisposable
{
    private RunningStandIn(RunIdentity run, HttpClient http, LocalInstance instance, IProvider provider) =>
        (Run, Http, Instance, Provider) = (run, http, instance, provider);

    public RunIdentity Run { get; }

    public HttpClient Http { get; }

    public LocalInstance Instance { get; }

    public IProvider Provider { get; }

    /// <param name="order">What it plays.</param>
    /// <param name="name">Whose run it is of.</param>
    public static async Task<RunningStandIn> StartAsync(ProviderOrder order, string name)
    {
        var run = new RunIdentity { RunId = name, ControlToken = $"token-of-the-{name}" };
        var http = ControlHttp.Create(new DirectDialer());
        var member = new ProviderMember(http, new DirectDialer(), new StageTrust(), TimeProvider.System);
        var instance = await LocalInstance.StartAsync(member.CreateOrder(order, run), CancellationToken.None);
        return new RunningStandIn(run, http, instance, member.Attach(instance, order, run));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Instance.DisposeAsync();
    }
}
