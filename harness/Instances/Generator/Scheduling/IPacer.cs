namespace StagingHarness.Generator.Scheduling;

/// <summary>The clock of the schedule and the wait for its moments.</summary>
internal interface IPacer
{
    /// <summary>Nanoseconds from the epoch.</summary>
    long Now { get; }

    /// <summary>Called once on each thread that waits.</summary>
    void EnterThread();

    /// <summary>Blocks the calling thread until the moment, nanoseconds from the epoch.</summary>
    void WaitUntil(long moment);
}
