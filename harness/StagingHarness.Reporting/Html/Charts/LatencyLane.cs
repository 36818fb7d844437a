using System.Text;
using StagingHarness.Analysis.Columns;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Runs;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Reporting.Html.Charts;

/// <summary>p50 as a line, with bands up to p95 and p99, and the limits that the scenario sets. What is higher than the lane is marked as clipped.</summary>
internal static class LatencyLane
{
    private const double Height = 90;

    public static Lane Of(JudgedRun run, ChartAxis axis) =>
        new("Latency", $"p50 p95 p99, per {Figures.Seconds(run.Columns.Width)}", Height + 14, top => Draw(run, axis, top + 10));

    private static string Draw(JudgedRun run, ChartAxis axis, double top)
    {
        if (run.Columns.All.IsEmpty)
        {
            return "";
        }

        var limits = Limits(run);
        var most = Most(run, limits);
        var text = new StringBuilder();
        foreach (var stretch in Unbroken(run.Columns.All))
        {
            text.Append(Svg.Path("p99", Band(stretch, axis, top, most, column => column.Latency.P95, column => column.Latency.P99)));
            text.Append(Svg.Path("p95", Band(stretch, axis, top, most, column => column.Latency.P50, column => column.Latency.P95)));
            text.Append(Svg.Path("p50", "M" + Points(Places(stretch), axis, top, most, column => column.Latency.P50)));
        }

        foreach (var column in run.Columns.All.Where(column => column.Latency.P99 > most))
        {
            var middle = axis.X(column.From + ((column.Until - column.From) / 2));
            text.Append(Svg.Path("clipped", $"M{Svg.N(middle - 3)} {Svg.N(top + 1)}l3 -5l3 5z"));
        }

        foreach (var (name, limit) in limits)
        {
            var y = Y(limit, top, most);
            text.Append(Svg.Line("limit", ChartAxis.Left, y, ChartAxis.Right, y));
            text.Append($"<text class=\"limit-text\" text-anchor=\"end\" x=\"{Svg.N(ChartAxis.Right - 2)}\" y=\"{Svg.N(y - 3)}\">{name} at most {Milliseconds(limit)}</text>");
        }

        var clipped = run.Columns.All.Any(column => column.Latency.P99 > most) ? $", more is clipped (\u25b2)" : "";
        return text.Append($"<text class=\"scale\" x=\"{Svg.N(ChartAxis.Left + 4)}\" y=\"{Svg.N(top - 1)}\">up to {Milliseconds(most)}{clipped}</text>").ToString();
    }

    /// <summary>Twice the limit, where there is one that is reached; else so high that one column in twenty may be clipped, where some are much higher.</summary>
    private static long Most(JudgedRun run, (string Name, long Microseconds)[] limits)
    {
        var highest = run.Columns.All.Select(column => column.Latency.P99).Order().ToArray();
        var usual = highest[(int)(0.95 * (highest.Length - 1))];
        var most = Math.Max(1_000, highest[^1] > usual * 4 ? usual * 2 : highest[^1]);
        return limits.Length == 0 ? most : Math.Max(Math.Min(most, limits[0].Microseconds * 3), (long)(limits[0].Microseconds * 1.25));
    }

    private static (string Name, long Microseconds)[] Limits(JudgedRun run) =>
    [
        .. run.Plan.Expectations.OfType<LatencyExpectationPlan>()
            .Where(one => one.AtMost is not null)
            .Select(one => ($"{one.Number} {one.Percentile}", (long)one.AtMost!.Value.TotalMicroseconds))
            .OrderByDescending(one => one.Item2)
            .Take(3),
    ];

    private static string Band(
        IReadOnlyList<TrafficColumn> columns, ChartAxis axis, double top, long most, Func<TrafficColumn, long> low, Func<TrafficColumn, long> high) =>
        $"M{Points(Places(columns), axis, top, most, high)}L{Points(Places(columns).Reverse(), axis, top, most, low)}Z";

    private static string Points(IEnumerable<(TimeSpan At, TrafficColumn Column)> places, ChartAxis axis, double top, long most, Func<TrafficColumn, long> value) =>
        string.Join('L', places.Select(place => $"{Svg.N(axis.X(place.At))} {Svg.N(Y(value(place.Column), top, most))}"));

    /// <summary>Columns stand at their middle; a single one is a line over its width, for a point would draw nothing.</summary>
    private static IEnumerable<(TimeSpan At, TrafficColumn Column)> Places(IReadOnlyList<TrafficColumn> columns) => columns is [var single]
        ? [(single.From, single), (single.Until, single)]
        : columns.Select(column => (column.From + ((column.Until - column.From) / 2), column));

    private static double Y(long value, double top, long most) => top + (Height * (1 - Math.Min(1, (double)value / most)));

    /// <summary>Where nothing was due, nothing is drawn.</summary>
    private static IEnumerable<List<TrafficColumn>> Unbroken(IEnumerable<TrafficColumn> columns)
    {
        var open = new List<TrafficColumn>();
        foreach (var column in columns)
        {
            if (open.Count > 0 && open[^1].Until != column.From)
            {
                yield return open;
                open = [];
            }

            open.Add(column);
        }

        yield return open;
    }

    private static string Milliseconds(long microseconds) => Figures.Milliseconds(TimeSpan.FromMicroseconds(microseconds));
}
