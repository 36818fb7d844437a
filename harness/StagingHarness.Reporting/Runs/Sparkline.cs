using StagingHarness.Analysis.Columns;

namespace StagingHarness.Reporting.Runs;

/// <summary>Availability over the run as a line of text, for where pictures are stripped.</summary>
internal static class Sparkline
{
    private const string Bars = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private const int Longest = 60;

    /// <summary>A bar each column, from the lowest (nothing right) to the highest (all right); columns are put together where there are too many.</summary>
    public static string Of(TrafficColumns columns)
    {
        if (columns.All.IsEmpty)
        {
            return "no traffic";
        }

        var together = (columns.All.Length + Longest - 1) / Longest;
        return string.Concat(columns.All.Chunk(together).Select(chunk => Bar(chunk.Sum(one => one.Right), chunk.Sum(one => one.Requests))));
    }

    /// <summary>The highest bar is for all right alone: a single wrong answer shows.</summary>
    private static char Bar(int right, int requests) =>
        right == requests ? Bars[^1] : Bars[(int)((long)right * (Bars.Length - 1) / requests)];
}
