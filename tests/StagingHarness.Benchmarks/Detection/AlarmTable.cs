using System.Globalization;

namespace StagingHarness.Benchmarks.Detection;

/// <summary>After how many answers detection fired.</summary>
internal static class AlarmTable
{
    public static string Head =>
        "\nanswers until detection fired, from the first wrong one on where right ones came before, and else from the first one watched; and from the moment at which "
        + $"the first wrong one was due until it was told:\n{"wrong",-28}{"per second",12}{"fired",8}{"least",8}{"median",8}{"p99",8}{"most",8}{"median",12}{"dropped",10}{"unanswered",12}";

    public static string Line(string what, int perSecond, Stretch stretch, Func<Alarm, long> answers)
    {
        var alarms = stretch.Watches[0].Alarms;
        long[] counts = [.. alarms.Select(answers).Order()];
        double[] after = [.. alarms.Select(alarm => alarm.After.TotalMilliseconds).Order()];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-28}{perSecond,12:#,0}{alarms.Count,8}{At(counts, 0),8:#,0}{At(counts, 0.5),8:#,0}{At(counts, 0.99),8:#,0}{At(counts, 1),8:#,0}{At(after, 0.5),9:0.0} ms{stretch.Dropped,10:#,0}{stretch.Unanswered,12:#,0}");
    }

    /// <summary>The smallest value that so large a share does not exceed; null of nothing.</summary>
    private static T? At<T>(T[] sorted, double share)
        where T : struct =>
        sorted.Length == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
