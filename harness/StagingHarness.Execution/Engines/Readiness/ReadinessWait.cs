using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Readiness;

/// <summary>Waits until an instance is ready, has died, or its deadline is over.</summary>
internal sealed class ReadinessWait(IProbe probe, TimeProvider timeProvider)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(5);

    // A check that begins just before the deadline may end after it, rather than say that it saw nothing.
    private static readonly TimeSpan ShortestCheck = TimeSpan.FromSeconds(1);

    /// <param name="instance">What is waited for.</param>
    /// <param name="check">When it counts as ready.</param>
    /// <param name="objection">Says of a listener that answers why it is not the instance's own; null when it is.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <exception cref="InstanceDiedException">It has ended.</exception>
    /// <exception cref="InstanceNotReadyException">The deadline is over.</exception>
    public async Task WaitAsync(
        IWrittenInstance instance, ReadinessCheck check, Func<Uri, string?> objection, CancellationToken cancellationToken)
    {
        if (check is ReadinessCheck.Launched)
        {
            return;
        }

        var start = timeProvider.GetTimestamp();
        var search = check is ReadinessCheck.LogMatches log ? instance.SearchLog(log.Pattern) : null;
        var look = new ReadinessLook(probe, instance, check, objection, timeProvider);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        while (true)
        {
            var remaining = check.Deadline - timeProvider.GetElapsedTime(start);
            var timeout = TimeSpan.FromTicks(Math.Clamp(remaining.Ticks, ShortestCheck.Ticks, LongestCheck.Ticks));
            var observing = search is null ? look.LookAsync(timeout, waiting.Token) : Task.Run(search.Look, waiting.Token);
            if (await Task.WhenAny(observing, instance.Exited) == instance.Exited)
            {
                await waiting.CancelAsync();
                await EndAsync(observing);
                cancellationToken.ThrowIfCancellationRequested();
                throw new InstanceDiedException(instance.Name, await instance.Exited) { Log = instance.Log };
            }

            var problem = await observing;
            if (problem is null)
            {
                return;
            }

            if (timeProvider.GetElapsedTime(start) + PollInterval >= check.Deadline)
            {
                throw new InstanceNotReadyException(instance.Name, check.Deadline, problem, instance.ReadLastOutput()) { Log = instance.Log };
            }

            await Task.WhenAny(instance.Exited, Task.Delay(PollInterval, timeProvider, waiting.Token));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async Task EndAsync(Task observing)
    {
        try
        {
            await observing;
        }
        catch (OperationCanceledException)
        {
            // It ends with its subject; what the subject said is told instead.
        }
    }
}
