using System.Text;
using StagingHarness.Analysis.Columns;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html.Charts;

/// <summary>Availability by columns: the right part stands at the bottom, the wrong part hangs hatched from the top.</summary>
internal static class AvailabilityLane
{
    private const double Height = 44;

    /// <summary>One wrong answer among thousands is seen, too.</summary>
    private const double Least = 2;

    public static Lane Of(JudgedRun run, ChartAxis axis) =>
        new("Availability", $"per {Figures.Seconds(run.Columns.Width)}", Height + 4, top => Draw(run, axis, top + 2));

    private static string Draw(JudgedRun run, ChartAxis axis, double top)
    {
        if (run.Columns.All.IsEmpty)
        {
            return Svg.Text("small", ChartAxis.Left + 4, top + 26, "no request was recorded");
        }

        var text = new StringBuilder();
        foreach (var same in Merged(run.Columns.All))
        {
            var (left, right) = (axis.X(same.From), axis.X(same.Until));
            var share = same.Availability ?? 0;
            var edge = share < 1 ? top + Math.Max(Least, Height * (1 - share)) : top;
            var title = $"+{Figures.Seconds(same.From)}: {Figures.PartOf(same.Right, same.Requests)} right";
            if (share > 0)
            {
                text.Append(Svg.Rect("right", left, edge, right, top + Height, title));
            }

            if (share < 1)
            {
                text.Append(Svg.Rect("wrong", left, top, right, edge, title)).Append(Svg.Rect("hatch", left, top, right, edge));
            }
        }

        return text.Append(Svg.Text("scale", ChartAxis.Left - 40, top + 9, "100 %")).Append(Svg.Text("scale", ChartAxis.Left - 27, top + Height, "0 %")).ToString();
    }

    /// <summary>Neighbours that are all right or all wrong are one shape.</summary>
    private static IEnumerable<TrafficColumn> Merged(IEnumerable<TrafficColumn> columns)
    {
        TrafficColumn? open = null;
        foreach (var column in columns)
        {
            if (open is not null && open.Until == column.From && open.Availability is 0 or 1 && open.Availability == column.Availability)
            {
                open = open with { Until = column.Until, Requests = open.Requests + column.Requests, Right = open.Right + column.Right };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = column;
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
