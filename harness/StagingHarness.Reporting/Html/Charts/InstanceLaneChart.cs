using System.Collections.Immutable;
using System.Text;
using StagingHarness.Analysis.Instances;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Reporting.Html.Charts;

/// <summary>A lane for each instance: the versions that ran, side by side where two did; when they took traffic; and health.</summary>
internal static class InstanceLaneChart
{
    private const double Row = 20;
    private const double Health = 7;
    private const int Most = 40;

    public static IEnumerable<Lane> Of(JudgedRun run, ChartAxis axis)
    {
        var lanes = InstanceLanes.Of(run.Analysis).Where(lane => lane.Service is not null).Take(Most).ToArray();
        ImmutableArray<ServerVersion> versions = [.. lanes.SelectMany(lane => lane.Generations).OrderBy(one => one.From).Select(one => one.Version).OfType<ServerVersion>().Distinct()];
        return lanes.Select(lane => Of(lane, versions, run, axis));
    }

    private static Lane Of(InstanceLane lane, ImmutableArray<ServerVersion> versions, JudgedRun run, ChartAxis axis)
    {
        var rows = Rows.Of(lane.Generations, one => one.From, one => one.Until);
        return new Lane(
            HtmlText.Short(lane.Instance, 20), "", (rows.Count * Row) + Health + 2, top => Draw(lane, rows, versions, run, axis, top));
    }

    private static string Draw(InstanceLane lane, Rows rows, ImmutableArray<ServerVersion> versions, JudgedRun run, ChartAxis axis, double top)
    {
        var text = new StringBuilder();
        for (var index = 0; index < lane.Generations.Length; index++)
        {
            var one = lane.Generations[index];
            if (one.Until < axis.From || one.From > axis.Until)
            {
                continue;
            }

            var (left, right, above) = (axis.X(one.From), axis.X(one.Until), top + (rows.At(index) * Row));
            var version = one.Version is { } known ? versions.IndexOf(known) : 0;
            text.Append(Svg.Rect($"v{Svg.N(version % 6)}", left, above + 2, right, above + Row - 1, $"{lane.Instance}, start {Figures.Count(one.Generation)}: {one.Version}"));
            text.Append(Traffic(lane.Instance, one, run, axis, above));
            text.Append(Svg.Text("small", left + 4, above + 15, Svg.Fitting(Label(one), right - left)));
            if (one.Died)
            {
                text.Append(Svg.Text("died", right - 4, above + 15, "\u2716"));
            }
        }

        return text.Append(HealthLine(lane, axis, top + (rows.Count * Row))).ToString();
    }

    /// <summary>A bar along the upper edge while the gateway leads here.</summary>
    private static string Traffic(string instance, GenerationStretch one, JudgedRun run, ChartAxis axis, double above) => string.Concat(
        run.Analysis.Routes.StretchesDuring(one.From, one.Until)
            .Where(stretch => one.Version is { } version && stretch.Targets.Contains(version.StampOf(instance)))
            .Select(stretch => Svg.Rect("traffic", axis.X(stretch.From), above + 2, axis.X(stretch.Until), above + 5)));

    private static string HealthLine(InstanceLane lane, ChartAxis axis, double top)
    {
        var text = new StringBuilder();
        foreach (var stretch in lane.Health)
        {
            var (left, right) = (axis.X(stretch.From), axis.X(stretch.Until));
            var answer = stretch.Status is { } status ? Svg.N(status) : "no answer";
            text.Append(Svg.Rect(stretch.IsGreen ? "green" : "red", left, top + (stretch.IsGreen ? 2 : 0), right, top + 5, $"health {answer}, {Figures.Count(stretch.Readings, "reading")}"));
        }

        return text.ToString();
    }

    private static string Label(GenerationStretch one) => one.Version switch
    {
        null => "",
        { Platform: ServerVersion.NoPlatform, Configuration: null } version => version.Release,
        { Configuration: null } version => $"{version.Release} on {version.Platform}",
        { Platform: ServerVersion.NoPlatform } version => $"{version.Release}, {version.Configuration}",
        { } version => $"{version.Release} on {version.Platform}, {version.Configuration}",
    };
}
