using StagingHarness.Reporting.Html.Charts;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Html.Sections;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html;

/// <summary>A run that goes on: what has happened so far, and no verdict, since that is of the whole run. Looks again by itself, without script.</summary>
public static class HtmlLivePage
{
    /// <summary>Seconds after which a browser looks again.</summary>
    public const int RefreshSeconds = 2;

    /// <param name="name">Name of the scenario.</param>
    /// <param name="doing">What is being done now.</param>
    /// <param name="report">What is recorded so far; null when nothing is.</param>
    public static string Print(string name, string doing, RunReport? report) => HtmlFrame.Print(
        $"RUNNING: {name}",
        $"<header class=\"top warn\"><p class=\"verdict\"><span aria-hidden=\"true\">\u2026 </span>RUNNING</p><h1>{HtmlText.Escape(name)}</h1></header>\n"
        + $"<p class=\"sentence\" role=\"status\">Now: {HtmlText.Escape(doing)}. The verdict is given when the run has ended.</p>\n"
        + (report?.Run is { } run ? Body(run) : ""),
        withPictures: true,
        refreshSeconds: RefreshSeconds);

    private static string Body(JudgedRun run)
    {
        var excerpt = RunExcerpt.Of(run);
        return string.Concat(
            TimelineChart.Print(run),
            TimelineSections.Moments(run),
            TimelineSections.Phases(run),
            BrowserSection.Print(run),
            ExcerptSections.Print(excerpt, run),
            StageSections.Instances(run),
            PlanSections.Steps(run));
    }
}
