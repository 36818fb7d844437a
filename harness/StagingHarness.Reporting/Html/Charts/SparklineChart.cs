using System.Text;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html.Charts;

/// <summary>Availability over a run in a small chart: the wrong part hangs from the top.</summary>
internal static class SparklineChart
{
    private const double Width = 200;
    private const double Height = 28;
    private const int Most = 100;

    public static string Print(JudgedRun run)
    {
        var columns = run.Columns.All;
        if (columns.IsEmpty)
        {
            return "no traffic";
        }

        var total = run.Analysis.Outcomes.Total;
        var text = new StringBuilder($"<svg class=\"spark\" viewBox=\"0 0 {Svg.N(Width)} {Svg.N(Height)}\" role=\"img\" aria-label=\"{HtmlText.Escape(Figures.PartOf(total.Right, total.Total))} answered rightly\">");
        text.Append(Svg.Rect("right", 0, 0, Width, Height));
        var chunks = columns.Chunk((columns.Length + Most - 1) / Most).ToArray();
        for (var index = 0; index < chunks.Length; index++)
        {
            var requests = chunks[index].Sum(column => column.Requests);
            var wrong = requests - chunks[index].Sum(column => column.Right);
            if (wrong > 0)
            {
                text.Append(Svg.Rect("wrong", Width * index / chunks.Length, 0, Width * (index + 1) / chunks.Length, Math.Max(2, Height * wrong / requests)));
            }
        }

        return text.Append("</svg>").ToString();
    }
}
