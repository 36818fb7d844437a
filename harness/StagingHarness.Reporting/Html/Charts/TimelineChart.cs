using System.Text;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html.Charts;

/// <summary>All lanes of a run on one axis of time.</summary>
internal static class TimelineChart
{
    private const double Gap = 8;
    private const double AxisHeight = 38;

    /// <summary>The figure, with what its marks mean.</summary>
    public static string Print(JudgedRun run)
    {
        var axis = ChartAxis.Of(run.Analysis);
        Lane[] lanes =
        [
            PhaseLane.Of(run, axis),
            AvailabilityLane.Of(run, axis),
            LatencyLane.Of(run, axis),
            ErrorLane.Of(run, axis),
            .. InstanceLaneChart.Of(run, axis),
            TruthLanes.True(run, axis),
            TruthLanes.Known(run, axis),
        ];
        var marks = new MomentMarks(run, axis);
        var bottom = lanes.Sum(lane => lane.Height + Gap);
        var height = bottom + marks.Height + AxisHeight;
        var text = new StringBuilder();
        text.Append("<section><h2>Timeline</h2>\n<figure><div class=\"scroll chart\" tabindex=\"0\" role=\"region\" aria-label=\"Timeline, scrolls sideways\">")
            .Append($"<svg viewBox=\"0 0 {Svg.N(ChartAxis.Width)} {Svg.N(height)}\" role=\"group\" aria-label=\"Timeline of the run; the tables below hold the same figures\">\n")
            .Append("<defs><pattern id=\"hatching\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><line class=\"hatching\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>\n");
        AppendLanes(text, lanes, axis);
        text.Append(marks.Lines(0, bottom)).Append('\n').Append(marks.Numbers(bottom + 2)).Append('\n');
        AppendTicks(text, run, axis, bottom + marks.Height + 4);
        return text.Append("</svg></div>\n").Append(Caption(run)).Append("</figure></section>\n").ToString();
    }

    private static void AppendLanes(StringBuilder text, Lane[] lanes, ChartAxis axis)
    {
        foreach (var tick in axis.Ticks())
        {
            text.Append(Svg.Line("tick", axis.X(tick), 0, axis.X(tick), lanes.Sum(lane => lane.Height + Gap)));
        }

        var top = 0.0;
        foreach (var lane in lanes)
        {
            text.Append($"\n<g>{Svg.Text("label", 0, top + 14, lane.Label)}");
            text.Append(lane.Note.Length == 0 ? "" : Svg.Text("note", 0, top + 28, lane.Note));
            text.Append(lane.Draw(top)).Append("</g>");
            top += lane.Height + Gap;
            text.Append(Svg.Line("edge", 0, top - (Gap / 2), ChartAxis.Right, top - (Gap / 2)));
        }

        text.Append('\n');
    }

    private static void AppendTicks(StringBuilder text, JudgedRun run, ChartAxis axis, double top)
    {
        text.Append(Svg.Text("note", 0, top + 12, "real time")).Append(Svg.Text("note", 0, top + 28, "incident time"));
        foreach (var tick in axis.Ticks())
        {
            text.Append(Svg.Middle("axis", axis.X(tick), top + 12, $"+{Figures.Seconds(tick)}"));
            text.Append(Svg.Middle("axis", axis.X(tick), top + 28, run.Analysis.Clock.Show(tick)));
        }

        text.Append('\n');
    }

    private static string Caption(JudgedRun run) =>
        "<figcaption>Availability: right answers stand at the bottom, wrong ones hang hatched from the top. Latency: the line is p50, the bands reach up to p95 and p99, from the scheduled moment. "
        + "Instances: two bars where two versions ran side by side; the dark upper edge is when the gateway led there; the line below is health, thick where it was not green. "
        + $"Faults are outlined when requested and filled once proved. A round number leads to its row below. One incident minute takes {Figures.Seconds(run.Plan.Clock.Minute)} of real time.</figcaption>\n";
}
