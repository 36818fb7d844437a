using StagingHarness.Analysis.Generators;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html.Sections;

/// <summary>How well the traffic was sent.</summary>
internal static class GeneratorSection
{
    /// <summary>Empty where no traffic flowed.</summary>
    public static string Print(JudgedRun run)
    {
        if (run.Generator is not { } figures)
        {
            return "";
        }

        var table = new HtmlTable("Generator", "scheduled", "answered", "unanswered", "dropped", "sent late: p50", "p99", "latest", "self-check");
        table.Add(
            Counted(figures.Totals?.Scheduled),
            Counted(figures.Totals?.Answered),
            Counted(figures.Totals?.Unanswered),
            figures.Totals is { } totals ? Figures.PartOf(totals.Dropped, totals.Scheduled) : "-",
            GeneratorWords.Late(figures.Lateness, figures.Lateness.P50),
            GeneratorWords.Late(figures.Lateness, figures.Lateness.P99),
            GeneratorWords.Late(figures.Lateness, figures.Lateness.Max),
            figures.SelfCheck is { } check ? HtmlText.Escape(GeneratorWords.Of(check)) : "-");
        return $"<section><h2>Generator</h2>\n{table.Print()}{Note(figures)}</section>\n";
    }

    private static string Note(GeneratorFigures figures)
    {
        var warning = figures.SelfCheck is { } check && GeneratorWords.WarningOf(check) is { } coarse ? $" <strong>! Self-check: {HtmlText.Escape(coarse)}.</strong>" : "";
        return $"<p class=\"note\">Latencies count from the scheduled moment, so how late a request was sent is in them. What was dropped was never sent.{warning}</p>\n";
    }

    private static string Counted(long? count) => count is { } known ? Figures.Count(known) : "-";
}
