using StagingHarness.Protocols.Arrivals;

namespace StagingHarness.Scenarios.Plans;

/// <summary>The same for a recording, which is walked through once from each of its moments; exact. Times are microseconds.</summary>
internal static class RecordedPace
{
    /// <summary>The most moments in a window of that length, which begins with one of them.</summary>
    public static long MostDue(RecordedArrivals recorded, long window)
    {
        var most = 0L;
        var until = 0L;
        for (var from = 0L; from < recorded.Microseconds.Length; from++)
        {
            // Whole turns of the recording need not be walked through.
            until = Math.Max(until, from + (window / recorded.PeriodMicroseconds * recorded.Microseconds.Length));
            while (recorded.Of(until) - recorded.Of(from) <= window)
            {
                until++;
            }

            most = Math.Max(most, until - from);
        }

        return most;
    }

    public static long LeastFor(RecordedArrivals recorded, int requests) => Gaps(recorded, requests).Min();

    /// <summary>Whoever begins to count just behind a moment has the gap before the next one on top.</summary>
    public static long MostFor(RecordedArrivals recorded, int requests) => Gaps(recorded, requests).Max();

    private static IEnumerable<long> Gaps(RecordedArrivals recorded, int requests) =>
        Enumerable.Range(0, recorded.Microseconds.Length).Select(from => recorded.Of(from + requests) - recorded.Of(from));
}
