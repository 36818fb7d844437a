using System.Collections.Concurrent;
using System.Globalization;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
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
    private string? lost;
    private Exception? defect;

    /// <summary>Cancelled when something is lost without which the run means nothing.</summary>
    public CancellationToken StageLost => stageLost.Token;

    /// <summary>What was lost first, for people; null while nothing was.</summary>
    public string? Lost => Volatile.Read(ref lost);

    /// <summary>The defect of the harness itself that made it lost; null when it was not one.</summary>
    public Exception? Defect => Volatile.Read(ref defect);

    /// <summary>A server: its death is recorded, and the run goes on.</summary>
    public void WatchServer(IInstance instance) => watches.Add(WatchAsync(instance, isMember: false));

    /// <summary>A member of the stage that every step needs: its death ends the run.</summary>
    public void WatchMember(IInstance instance) => watches.Add(WatchAsync(instance, isMember: true));

    /// <summary>The harness is about to stop this instance. One that has ended already did so by itself.</summary>
    public void ExpectEnd(IInstance instance)
    {
        if (!instance.Exited.IsCompleted)
        {
            expectedToEnd[instance] = true;
        }
    }

    /// <summary>From now on instances end because the stage is taken down.</summary>
    public void Close() => closing = true;

    /// <summary>Completes when every watched instance has ended.</summary>
    public Task EndAsync() => Task.WhenAll(watches);

    /// <summary>Something is lost without which the run means nothing: it ends.</summary>
    public void Lose(string what)
    {
        if (!closing)
        {
            Interlocked.CompareExchange(ref lost, what, null);
            stageLost.Cancel();
        }
    }

    /// <summary>Something that runs beside the steps has failed in a way that only a defect explains: the run ends.</summary>
    public void Break(string subject, Exception exception)
    {
        if (Lost is null)
        {
            Interlocked.CompareExchange(ref defect, exception, null);
        }

        Lose($"{subject} broke: {exception.Message}");
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
