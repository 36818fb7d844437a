using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Scheduling;

/// <summary>
/// The open model. Requests leave at their scheduled moments, in order. When all connections are busy, the first one waits
/// for a connection and the later ones behind it: they are late, and their latency counts from the scheduled moment. One
/// that has waited until its timeout is dropped. What waits is a position in the schedule, so waiting costs no memory.
/// </summary>
internal sealed class Dispatcher(Schedule schedule, GeneratorShare share, IPacer pacer, ISender sender, TimeSpan timeout)
{
    /// <summary>Longest sleep in one piece, so that a stop is seen soon at any rate.</summary>
    public const long SliceNanoseconds = 20_000_000;

    private readonly long _timeout = (long)(timeout.TotalMilliseconds * 1_000_000);
    private long _end = long.MaxValue;

    /// <summary>Nothing is scheduled from now on; what is due already is still sent, or dropped at its timeout.</summary>
    public void Stop() => Interlocked.CompareExchange(ref _end, pacer.Now, long.MaxValue);

    /// <summary>Runs on the calling thread until stopped, or until that many requests of its share were scheduled.</summary>
    public DispatchCount Run(long atMost, CancellationToken cancellationToken)
    {
        pacer.EnterThread();
        long scheduled = 0;
        long dropped = 0;
        for (long sequence = 0; scheduled < atMost; sequence++)
        {
            var due = schedule.Next();
            if (!share.Holds(sequence))
            {
                continue;
            }

            if (!WaitFor(due, cancellationToken))
            {
                break;
            }

            scheduled++;
            var patience = due + _timeout - pacer.Now;
            if (patience <= 0 || !sender.TryBegin(sequence, due, patience, cancellationToken))
            {
                dropped++;
            }
        }

        return new DispatchCount(scheduled, dropped);
    }

    /// <summary>True at the scheduled moment; false when the schedule ended before it.</summary>
    private bool WaitFor(long due, CancellationToken cancellationToken)
    {
        while (due <= Volatile.Read(ref _end))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var now = pacer.Now;
            if (now >= due)
            {
                return true;
            }

            pacer.WaitUntil(Math.Min(due, now + SliceNanoseconds));
        }

        return false;
    }
}
