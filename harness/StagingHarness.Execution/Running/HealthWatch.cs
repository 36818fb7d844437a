using System.Collections.Concurrent;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Running;

/// <summary>Reads the health check of every instance that serves and has one, directly and all the time.</summary>
internal sealed class HealthWatch(Stage stage, IProbe probe, RunClock clock, LifeWatch lives, IEventSink events)
    : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentBag<Task> watching = [];

    /// <summary>Begins, and goes on until it is disposed; servers that are added later are watched too.</summary>
    public void Start()
    {
        stage.Added += Watch;
        foreach (var server in stage.Servers)
        {
            Watch(server);
        }
    }

    /// <summary>Ends it. Trouble with it has ended the run already.</summary>
    public async ValueTask DisposeAsync()
    {
        stage.Added -= Watch;
        ending.Cancel();
        await Task.WhenAll(watching);
        ending.Dispose();
    }

    private void Watch(Server server)
    {
        if (server.Service.Health is { } health)
        {
            watching.Add(WatchAsync(server, health));
        }
    }

    private async Task WatchAsync(Server server, HealthPlan health)
    {
        try
        {
            await ReadAsync(server, health);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // It goes on until it is told to end.
        }
#pragma warning disable CA1031 // A probe answers in any case: whatever this is, it is a defect, and ends the run now rather than later.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lives.Break($"The health watch of '{server.Name}'", exception);
        }
    }

    private async Task ReadAsync(Server server, HealthPlan health)
    {
        var next = clock.Elapsed;
        while (!server.HasLeft)
        {
            if (server.Active is { } run)
            {
                await ObserveAsync(server, run, health.Path);
            }

            // Readings that a slow answer has cost are not made up for: a burst of them would count for more than it tells.
            next = TimeSpan.FromTicks(Math.Max((next + health.Interval).Ticks, clock.Elapsed.Ticks));
            await clock.WaitUntilAsync(next, ending.Token);
        }
    }

    private async Task ObserveAsync(Server server, ServerRun run, string path)
    {
        var address = new Uri(run.Instance.AddressOf(ServerRun.Listener), path);
        var answer = await probe.GetAsync(address, Timeout, ending.Token);

        // An instance that was taken out meanwhile was being stopped: what it answered says nothing about its health.
        if (ReferenceEquals(server.Active?.Instance, run.Instance))
        {
            events.Append(new HealthObserved { Instance = server.Name, Status = answer.Status, Latency = answer.Latency });
        }
    }
}
