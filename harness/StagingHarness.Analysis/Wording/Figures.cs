using System.Globalization;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Wording;

/// <summary>The one way in which numbers are written for people: grouped counts, seconds of real time, parts of a whole.</summary>
public static class Figures
{
    /// <summary>A count with groups: <c>1,284</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count of things: <c>1 request</c>, <c>1,284 requests</c>.</summary>
    public static string Count(long count, string singular) => $"{Count(count)} {singular}{(count == 1 ? "" : "s")}";

    /// <summary>A stretch of real time in seconds: <c>0.004 s</c>, <c>0.04 s</c>, <c>12.34 s</c>.</summary>
    public static string Seconds(TimeSpan real)
    {
        var format = Math.Abs(real.TotalSeconds) switch
        {
            < 0.01 => "0.###",
            < 100 => "0.##",
            _ => "0.#",
        };
        return real.TotalSeconds.ToString(format, CultureInfo.InvariantCulture) + " s";
    }

    /// <summary>How often in a second of real time: <c>2.33/s</c>.</summary>
    public static string Rate(double perSecond) => string.Create(CultureInfo.InvariantCulture, $"{perSecond:0.##}/s");

    /// <summary>A latency in milliseconds: <c>212 ms</c>, <c>2.04 ms</c>.</summary>
    public static string Milliseconds(TimeSpan real) =>
        real.TotalMilliseconds.ToString(real.TotalMilliseconds < 100 ? "0.##" : "#,0", CultureInfo.InvariantCulture) + " ms";

    /// <summary>A part of a whole, exactly and in percent: <c>12 of 800 (1.5 %)</c>; <c>0 of 0</c> has no share.</summary>
    public static string PartOf(long part, long whole) =>
        whole == 0 ? $"{Count(part)} of 0" : $"{Count(part)} of {Count(whole)} ({Share.Of(part, whole)})";

    /// <summary>Names in single quotes, all of them: <c>'a', 'b' and 'c'</c>.</summary>
    public static string Quoted(IEnumerable<string> names) => Joined(names.Select(name => $"'{name}'"));

    /// <summary>A list in a sentence: <c>a, b and c</c>.</summary>
    public static string Joined(IEnumerable<string> items) => Joined(items, "and");

    /// <summary>A list in a sentence, with the word before its last item: <c>a, b or c</c>.</summary>
    public static string Joined(IEnumerable<string> items, string word)
    {
        var all = items.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {word} {all[^1]}";
    }
}
