using System.Collections.Concurrent;
using System.Globalization;
using StagingHarness.Execution.Ports;
using StagingHarness.History.Events;

namespace StagingHarness.Execution.Stages;

/// <summary>
/// Sees instances end that nobody stopped. A server that dies is a fact for the verdict; a gateway, provider or generator
/// that dies takes the stage with it.
/// </summary>
internal sealed class LifeWatch(IEventSink events) : IDisposable
{
    private readonly CancellationTokenSource stageLost = new();
    private readonly ConcurrentBag<Task> watches = [];
    private readonly ConcurrentDictionary<IInstance, bool> expectedToEnd = new();
    private volatile bool closing;

    /// <summary>Cancelled when a member of the stage is lost without which the run means nothing.</summary>
    public CancellationToken StageLost => stageLost.Token;

    /// <summary>What was lost, for people; null while nothing was.</summary>
    public string? Lost { get; private set; }

    /// <summary>A server: its death is recorded, and the run goes on.</summary>
    public void WatchServer(IInstance instance) => watches.Add(WatchAsync(instance, isMember: false));

    /// <summary>A member of the stage that every step needs: its death ends the run.</summary>
    public void WatchMember(IInstance instance) => watches.Add(WatchAsync(instance, isMember: true));

    /// <summary>The harness is about to stop this instance.</summary>
    public void ExpectEnd(IInstance instance) => expectedToEnd[instance] = true;

    /// <summary>From now on instances end because the stage is taken down.</summary>
    public void Close() => closing = true;

    /// <summary>Completes when every watched instance has ended.</summary>
    public Task EndAsync() => Task.WhenAll(watches);

    /// <summary>Something is lost without which the run means nothing: it ends.</summary>
    public void Lose(string what)
    {
        if (!closing)
        {
            Lost ??= what;
            stageLost.Cancel();
        }
    }

    public void Dispose() => stageLost.Dispose();

    private async Task WatchAsync(IInstance instance, bool isMember)
    {
        var exit = await instance.Exited;
        if (closing || expectedToEnd.ContainsKey(instance))
        {
            return;
        }

        events.Append(new InstanceDied
        {
            Instance = instance.Name,
            Generation = instance.Generation,
            ExitCode = exit.ExitCode,
            LastOutput = exit.LastOutput,
        });
        if (isMember)
        {
            var code = exit.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
            Lose($"The {instance.Name} ended although nobody stopped it (exit code {code}).");
        }
    }
}
