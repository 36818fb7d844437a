using System.Collections.Concurrent;
using StagingHarness.Execution.Stages;

namespace StagingHarness.Execution.Running;

/// <summary>Reads something of every server that serves, again and again; servers that are added later are watched too.</summary>
internal abstract class ServerWatch(string name, Stage stage, RunClock clock, LifeWatch lives) : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentBag<Task> watching = [];

    /// <summary>Begins, and goes on until it is disposed.</summary>
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

    /// <summary>How often this server is read; null when it is not.</summary>
    protected abstract TimeSpan? IntervalOf(Server server);

    protected abstract Task ObserveAsync(Server server, ServerRun run, CancellationToken cancellationToken);

    private void Watch(Server server)
    {
        if (IntervalOf(server) is { } interval)
        {
            watching.Add(WatchAsync(server, interval));
        }
    }

    private async Task WatchAsync(Server server, TimeSpan interval)
    {
        try
        {
            await ReadAsync(server, interval);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // It goes on until it is told to end.
        }
#pragma warning disable CA1031 // What is foreseen is handled where it is read: whatever this is, it is a defect, and ends the run now rather than later.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lives.Break($"{name} of '{server.Name}'", exception);
        }
    }

    private async Task ReadAsync(Server server, TimeSpan interval)
    {
        var next = clock.Elapsed;
        while (!server.HasLeft)
        {
            if (server.Active is { } run)
            {
                await ObserveAsync(server, run, ending.Token);
            }

            // Readings that a slow answer has cost are not made up for: a burst of them would count for more than it tells.
            next = TimeSpan.FromTicks(Math.Max((next + interval).Ticks, clock.Elapsed.Ticks));
            await clock.WaitUntilAsync(next, ending.Token);
        }
    }
}
