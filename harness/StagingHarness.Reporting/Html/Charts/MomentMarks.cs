using System.Text;
using StagingHarness.Analysis.Moments;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html.Charts;

/// <summary>The numbered moments: a dotted line through all lanes, and below them the number, which leads to its row in the table.</summary>
internal sealed class MomentMarks
{
    private const double Size = 20;
    private const int Most = 60;

    private readonly List<(Moment Moment, double X, int Row)> placed = [];

    public MomentMarks(JudgedRun run, ChartAxis axis)
    {
        var ends = new List<double>();
        foreach (var moment in run.Moments.Where(moment => axis.Contains(moment.At)).Take(Most))
        {
            var x = axis.X(moment.At);
            var row = ends.FindIndex(end => end <= x - (Size / 2));
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }

            ends[row] = x + (Size / 2) + 2;
            placed.Add((moment, x, row));
        }

        Height = ends.Count * (Size + 2);
    }

    public double Height { get; }

    public string Lines(double top, double bottom) => string.Concat(placed.Select(one =>
        Svg.Line(one.Moment.IsKnown ? "mark known" : "mark true", one.X, top, one.X, bottom + 2 + (one.Row * (Size + 2)))));

    public string Numbers(double top)
    {
        var text = new StringBuilder();
        foreach (var (moment, centre, row) in placed)
        {
            var middle = top + (row * (Size + 2)) + (Size / 2);
            var number = HtmlText.Number(moment.Number);
            text.Append($"<a class=\"{(moment.IsKnown ? "known" : "true")}\" href=\"#moment-{number}\" data-at=\"{HtmlText.Seconds(moment.At)}\" data-number=\"{number}\" aria-label=\"{number}: {HtmlText.Escape(HtmlText.Short(moment.Words, 80))}\">")
                .Append($"<circle cx=\"{Svg.N(centre)}\" cy=\"{Svg.N(middle)}\" r=\"{Svg.N((Size / 2) - 1)}\"/>{Svg.Middle("digit", centre, middle + 4, number)}<title>{HtmlText.Escape(HtmlText.Short(moment.Words, 160))}</title></a>");
        }

        return text.ToString();
    }
}
