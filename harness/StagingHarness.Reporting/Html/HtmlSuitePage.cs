using System.Text;
using StagingHarness.Analysis.Moments;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Html.Charts;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Html;

/// <summary>Several runs on one page: a row each, with the availability over the run as a small chart.</summary>
public static class HtmlSuitePage
{
    /// <summary>The page, with an end of line.</summary>
    public static string Print(IReadOnlyList<RunReport> reports)
    {
        var passed = reports.Count(report => report.Run?.Verdict.Outcome == Outcome.Passed);
        var title = $"{Figures.Count(passed)} of {Figures.Count(reports.Count, "run")} passed";
        var table = new HtmlTable("Runs", "verdict", "scenario", "availability over the run", "requests", "detect", "recover", "why");
        foreach (var report in reports)
        {
            Add(table, report);
        }

        var text = new StringBuilder();
        text.Append($"<header class=\"top {(passed == reports.Count && passed > 0 ? "good" : "bad")}\"><h1>{title}</h1></header>\n{table.Print()}");
        return HtmlFrame.Print(title, text.ToString());
    }

    private static void Add(HtmlTable table, RunReport report)
    {
        if (report.Run is not { } run)
        {
            table.Add("<span class=\"stand warn\">? INCONCLUSIVE (aborted)</span>", HtmlText.Escape(report.Name), "-", "-", "-", "-", HtmlText.Escape(report.WhyUnreadable!));
            return;
        }

        var total = run.Analysis.Outcomes.Total;
        table.Add(
            $"<span class=\"stand {OutcomeClass.Of(run.Verdict.Outcome)}\">{StandingWords.SignOf(run.Verdict.Outcome)} {run.Verdict.Headline}{(run.WhyAborted is null ? "" : " (aborted)")}</span>",
            $"<strong>{HtmlText.Escape(run.Plan.Name)}</strong><br>{HtmlText.Escape(run.Plan.Title)}",
            SparklineChart.Print(run),
            total.Total == 0 ? "none" : $"{Figures.PartOf(total.Wrong, total.Total)} wrong",
            Took(run, "detect"),
            Took(run, "recover"),
            HtmlText.Escape(run.Verdict.Sentence));
    }

    private static string Took(JudgedRun run, string name) =>
        run.Spans.FirstOrDefault(span => span.Name == name) is IncidentSpan { Took: { } took } ? Figures.Seconds(took) : "-";
}
