using System.Collections.Concurrent;

namespace StagingHarness.TestKit.Time;

/// <summary>
/// Runs asynchronous work on one thread and in virtual time: while anything can go on it goes on, and when nothing can, time
/// jumps to the next timer. The same work takes the same course each time, and a hang is a failure that says what was seen last.
/// </summary>
public sealed class VirtualLoop : SynchronizationContext
{
    /// <summary>Far more than any test needs, so that work that turns without waiting is found out.</summary>
    private const int MostTurns = 500_000;

    private readonly ConcurrentQueue<Action> ready = new();

    public VirtualTime Time { get; } = new();

    public override void Post(SendOrPostCallback d, object? state) => ready.Enqueue(() => d(state));

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("One thread cannot wait for itself.");

    /// <summary>Runs until the work is done, and throws what it throws.</summary>
    /// <param name="work">What is run.</param>
    /// <param name="atMost">Virtual time that it may take.</param>
    /// <param name="lastObservation">What was seen last, for the case that it hangs.</param>
    /// <exception cref="VirtualHangException">It was not done by then, or waits for something that never comes.</exception>
    public void Run(Func<Task> work, TimeSpan atMost, Func<string> lastObservation)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = work();
            for (var turns = 0; !task.IsCompleted; turns++)
            {
                Turn(turns, atMost, lastObservation);
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    private void Turn(int turns, TimeSpan atMost, Func<string> lastObservation)
    {
        if (turns > MostTurns)
        {
            throw new VirtualHangException("it turns round and round without waiting", Time.Now, lastObservation());
        }

        if (ready.TryDequeue(out var next))
        {
            next();
        }
        else if (Time.Now > atMost)
        {
            throw new VirtualHangException($"it was not done within {atMost}", Time.Now, lastObservation());
        }
        else if (!Time.TryJump())
        {
            throw new VirtualHangException("it waits for something that never comes: no timer is set", Time.Now, lastObservation());
        }
    }
}
