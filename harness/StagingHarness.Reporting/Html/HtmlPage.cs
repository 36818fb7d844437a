using StagingHarness.Reporting.Html.Charts;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Html.Sections;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html;

/// <summary>A run as one page that needs nothing else: no request, no script, no colours.</summary>
public static class HtmlPage
{
    /// <summary>The page, with an end of line.</summary>
    public static string Print(RunReport report) => report.Run is { } run
        ? HtmlFrame.Print($"{run.Verdict.Headline}: {run.Plan.Name}", Body(run), withPictures: run.Plan.Traffic.Browser is not null)
        : HtmlFrame.Print($"INCONCLUSIVE: {report.Name}", OfUnreadable(report));

    private static string Body(JudgedRun run)
    {
        var excerpt = RunExcerpt.Of(run);
        return string.Concat(
            HeadSection.Print(run),
            TimelineChart.Print(run),
            TimelineSections.Moments(run),
            TimelineSections.Phases(run),
            CauseSection.Print(run, excerpt),
            BrowserSection.Print(run),
            ExcerptSections.Print(excerpt, run),
            JudgementSections.Expectations(run),
            JudgementSections.Requirements(run),
            GeneratorSection.Print(run),
            StageSections.Provider(run),
            StageSections.Instances(run),
            PlanSections.Steps(run),
            PlanSections.Plan(run),
            PlanSections.Source(run));
    }

    private static string OfUnreadable(RunReport report) =>
        $"<header class=\"top warn\"><p class=\"verdict\"><span aria-hidden=\"true\">? </span>INCONCLUSIVE</p><h1>{HtmlText.Escape(report.Name)}</h1></header>\n"
        + $"<p class=\"banner\"><strong>ABORTED</strong> {HtmlText.Escape(report.WhyUnreadable!)}</p>\n";
}
