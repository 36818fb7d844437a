using StagingHarness.Protocols.Arrivals;

namespace StagingHarness.Generator.Scheduling;

/// <summary>The scheduled moments, one after the other; for one reader.</summary>
/// <param name="firstDue">Where the sequence begins, nanoseconds from the epoch.</param>
/// <param name="arrivals">The moments from there on.</param>
internal sealed class Schedule(long firstDue, ArrivalSequence arrivals)
{
    /// <summary>Where the sequence begins, nanoseconds from the epoch.</summary>
    public long FirstDue => firstDue;

    /// <summary>The next moment, nanoseconds from the epoch.</summary>
    public long Next() => firstDue + arrivals.Next();
}
