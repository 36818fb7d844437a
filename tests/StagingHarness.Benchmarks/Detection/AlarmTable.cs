using System.Globalization;

namespace StagingHarness.Benchmarks.Detection;

/// <summary>After how many answers detection fired.</summary>
internal static class AlarmTable
{
    /// <summary>Answers count from the first wrong one where right ones came before, and else from the one that was watched first.</summary>
    public static string Head =>
        $"\n{"wrong",-28}{"per second",12}{"fired",8}{"answers until then: least",27}{"median",10}{"p99",10}{"most",10}{"ms after the first wrong one was due, median",46}{"dropped",10}";

    public static string Line(string what, int perSecond, Stretch stretch, Func<Alarm, long> answers)
    {
        var alarms = stretch.Watches[0].Alarms;
        long[] counts = [.. alarms.Select(answers).Order()];
        double[] after = [.. alarms.Select(alarm => alarm.After.TotalMilliseconds).Order()];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-28}{perSecond,12:#,0}{alarms.Count,8}{At(counts, 0),27:#,0}{At(counts, 0.5),10:#,0}{At(counts, 0.99),10:#,0}{At(counts, 1),10:#,0}{At(after, 0.5),46:0.0}{stretch.Dropped,10:#,0}");
    }

    /// <summary>The smallest value that so large a share does not exceed; null of nothing.</summary>
    private static T? At<T>(T[] sorted, double share)
        where T : struct =>
        sorted.Length == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
