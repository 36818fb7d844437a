using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;

namespace StagingHarness.Execution.Running;

/// <summary>Reads the health check of every instance that serves and has one, directly and all the time.</summary>
internal sealed class HealthWatch(Stage stage, IProbe probe, RunClock clock, LifeWatch lives, IEventSink events)
    : ServerWatch("The health watch", stage, clock, lives)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    protected override TimeSpan? IntervalOf(Server server) => server.Service.Health?.Interval;

    protected override async Task ObserveAsync(Server server, ServerRun run, CancellationToken cancellationToken)
    {
        var path = server.Service.Health?.Path ?? throw new InvalidOperationException($"'{server.Name}' has no health check.");
        var address = new Uri(run.Instance.AddressOf(ServerRun.Listener), path);
        var answer = await probe.GetAsync(address, Timeout, cancellationToken);

        // An instance that was taken out meanwhile was being stopped: what it answered says nothing about its health.
        if (ReferenceEquals(server.Active?.Instance, run.Instance))
        {
            events.Append(new HealthObserved { Instance = server.Name, Status = answer.Status, Latency = answer.Latency });
        }
    }
}
