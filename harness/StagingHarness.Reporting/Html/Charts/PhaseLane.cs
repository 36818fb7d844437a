using System.Text;
using StagingHarness.Analysis.Phases;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html.Charts;

/// <summary>The phases, on as many rows as overlap.</summary>
internal static class PhaseLane
{
    private const double Row = 20;

    public static Lane Of(JudgedRun run, ChartAxis axis)
    {
        var stretches = run.Analysis.Timeline.Phases
            .SelectMany(phase => phase.Stretches.Select(stretch => (phase.Name, Stretch: stretch)))
            .OrderBy(one => one.Stretch.From)
            .ToArray();
        var rows = Rows.Of(stretches, one => one.Stretch.From, one => one.Stretch.Until);
        return new Lane("Phases", "", Math.Max(1, rows.Count) * Row, top => Draw(stretches, rows, axis, top));
    }

    private static string Draw((string Name, PhaseStretch Stretch)[] stretches, Rows rows, ChartAxis axis, double top)
    {
        var text = new StringBuilder();
        for (var index = 0; index < stretches.Length; index++)
        {
            var (name, stretch) = stretches[index];
            var (left, right) = (axis.X(stretch.From), axis.X(stretch.Until));
            var above = top + (rows.At(index) * Row);
            text.Append(Svg.Rect("phase", left, above + 1, right - 1, above + Row - 1, name));
            text.Append(Svg.Text("small", left + 4, above + 14, Svg.Fitting(name, right - left)));
        }

        return text.ToString();
    }
}
