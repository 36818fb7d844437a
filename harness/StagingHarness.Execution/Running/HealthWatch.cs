using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;

namespace StagingHarness.Execution.Running;

/// <summary>Reads the health check of every instance that serves, directly and all the time.</summary>
internal sealed class HealthWatch(Stage stage, IProbe probe, RunClock clock, IEventSink events)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>Runs until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(stage.Servers.Select(server => WatchAsync(server, cancellationToken)));

    private async Task WatchAsync(Server server, CancellationToken cancellationToken)
    {
        var next = clock.Elapsed;
        while (!cancellationToken.IsCancellationRequested)
        {
            if (server.Active is { } run)
            {
                await ObserveAsync(server, run, cancellationToken);
            }

            next += server.Service.Health.Interval;
            await clock.WaitUntilAsync(next, cancellationToken);
        }
    }

    private async Task ObserveAsync(Server server, ServerRun run, CancellationToken cancellationToken)
    {
        var address = new Uri(run.Instance.AddressOf(ServerRun.Listener), server.Service.Health.Path);
        var answer = await probe.GetAsync(address, Timeout, cancellationToken);

        // An instance that was taken out meanwhile was being stopped: what it answered says nothing about its health.
        if (ReferenceEquals(server.Active?.Instance, run.Instance))
        {
            events.Append(new HealthObserved { Instance = server.Name, Status = answer.Status, Latency = answer.Latency });
        }
    }
}
