namespace StagingHarness.Generator.Scheduling;

/// <summary>The scheduled moments: evenly spaced, each computed from the first, so that no error adds up.</summary>
/// <param name="FirstDue">Nanoseconds from the epoch.</param>
/// <param name="RatePerSecond">Requests per second.</param>
internal sealed record Schedule(long FirstDue, double RatePerSecond)
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>Moment of the request at that position (from 0), nanoseconds from the epoch.</summary>
    public long DueOf(long sequence) => FirstDue + (long)Math.Round(sequence * NanosecondsPerSecond / RatePerSecond);

    /// <summary>How many requests are due at or before the moment.</summary>
    public long CountDueBy(long moment)
    {
        if (moment < FirstDue)
        {
            return 0;
        }

        // The estimate is off by one at most where rounding decides; DueOf is what holds.
        var count = (long)((moment - FirstDue) * RatePerSecond / NanosecondsPerSecond);
        while (DueOf(count) <= moment)
        {
            count++;
        }

        while (count > 0 && DueOf(count - 1) > moment)
        {
            count--;
        }

        return count;
    }
}
