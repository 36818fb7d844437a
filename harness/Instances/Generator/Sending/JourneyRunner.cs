using System.Collections.Immutable;
using StagingHarness.Generator.Scheduling;

namespace StagingHarness.Generator.Sending;

/// <summary>
/// Journeys: requests of one client after each other, each sent when the one before was answered rightly and the client has thought.
/// A journey holds a slot only while a request of it is under way. At the end of the traffic it is left where it stands.
/// </summary>
internal sealed class JourneyRunner(SlotPool slots, IPacer clock, IStepSender sender, TimeSpan timeout, TimeProvider timeProvider, SessionFault fault)
    : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _ending = new();
    private TaskCompletionSource? _idle;
    private int _open;
    private long _followUps;
    private long _dropped;
    private long _unfinished;

    /// <summary>Requests behind the first of their journeys that became due.</summary>
    public long FollowUps => Interlocked.Read(ref _followUps);

    /// <summary>Those of them that found no free connection in time.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Journeys that were left where they stood.</summary>
    public long Unfinished => Interlocked.Read(ref _unfinished);

    /// <summary>Call it only while no journey is under way.</summary>
    public void CountAnew()
    {
        Interlocked.Exchange(ref _followUps, 0);
        Interlocked.Exchange(ref _dropped, 0);
        Interlocked.Exchange(ref _unfinished, 0);
    }

    /// <summary>Begins with the slot; never throws: a defect of this program becomes the session's fault.</summary>
    public async Task RunAsync(
        ConnectionSlot slot, ImmutableArray<RequestTemplate> steps, VirtualClient client, long sequence, long due)
    {
        lock (_lock)
        {
            _open++;
        }

        try
        {
            await WalkAsync(slot, steps, client, sequence, due);
        }
        catch (Exception exception)
        {
            fault.Raise(exception);
        }
        finally
        {
            lock (_lock)
            {
                _open--;
                if (_open == 0)
                {
                    _idle?.TrySetResult();
                }
            }
        }
    }

    /// <summary>Waits until no journey is under way; none goes on to its next request meanwhile.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await _ending.CancelAsync();
        Task idle;
        lock (_lock)
        {
            _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_open == 0)
            {
                _idle.SetResult();
            }

            idle = _idle.Task;
        }

        await idle.WaitAsync(cancellationToken);
        _ending.Dispose();
        _ending = new CancellationTokenSource();
    }

    public void Dispose() => _ending.Dispose();

    private async Task WalkAsync(
        ConnectionSlot slot, ImmutableArray<RequestTemplate> steps, VirtualClient client, long sequence, long due)
    {
        var ending = _ending.Token;
        for (var index = 0; await sender.SendAsync(slot, steps[index], client, sequence, due) && index < steps.Length - 1; index++)
        {
            ConnectionSlot? next;
            try
            {
                await ThinkAsync(steps[index + 1].Think, ending);

                // What the timer adds to the thinking is the client's; waiting for a connection counts as latency.
                due = clock.Now;
                next = await slots.TakeAsync(timeout, ending);
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                Interlocked.Increment(ref _unfinished);
                return;
            }

            Interlocked.Increment(ref _followUps);
            if (next is null)
            {
                Interlocked.Increment(ref _dropped);
                return;
            }

            slot = next;
        }
    }

    /// <summary>Timers count whole milliseconds and may be early: it is asked again until the time has truly gone by.</summary>
    private async Task ThinkAsync(TimeSpan think, CancellationToken ending)
    {
        ending.ThrowIfCancellationRequested();
        var until = clock.Now + (long)think.TotalNanoseconds;
        while (until - clock.Now is > 0 and var left)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left / 1e6)), timeProvider, ending);
        }
    }
}
