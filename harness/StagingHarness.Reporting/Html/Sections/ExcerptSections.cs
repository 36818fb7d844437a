using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html.Sections;

/// <summary>Requests and log lines near the moments; with script, a click on a moment leaves those within two seconds around it.</summary>
internal static class ExcerptSections
{
    public static string Print(RunExcerpt excerpt, JudgedRun run) =>
        "<section id=\"near\" tabindex=\"-1\"><h2>Around the moments</h2>\n"
        + "<p class=\"filter\" role=\"status\" id=\"filtered\"></p><p class=\"filter\"><button type=\"button\" id=\"all\" hidden>Show all again</button></p>\n"
        + $"<details id=\"requests\"><summary>Requests <span class=\"note\">{Figures.Count(excerpt.Requests.Length)} of {Figures.Count(run.Record.Samples.Length)}, those nearest to the moments</span></summary>\n{Requests(excerpt, run)}</details>\n"
        + $"<details id=\"lines\"><summary>Log lines <span class=\"note\">{Figures.Count(excerpt.Lines.Length)} of {Figures.Count(excerpt.AllLines)}, those nearest to the moments</span></summary>\n{Lines(excerpt)}</details>\n</section>\n";

    private static string Requests(RunExcerpt excerpt, JudgedRun run)
    {
        var table = new HtmlTable("Requests", "due", "request", "answer", "by", "latency");
        foreach (var sample in excerpt.Requests)
        {
            table.AddWith(
                $" data-at=\"{HtmlText.Seconds(sample.Due)}\"{(sample.Right ? "" : " class=\"wrong\"")}",
                [
                    $"+{HtmlText.Seconds(sample.Due)} s",
                    HtmlText.Escape(sample.Route < run.Plan.Traffic.Requests.Length ? run.Plan.Traffic.Requests[sample.Route].ToString() : "?"),
                    $"{(sample.Right ? "\u2714" : "\u2716")} {HtmlText.Escape(OutcomeKind.Of(sample).ToString())}",
                    HtmlText.Escape(run.Analysis.Stamps.ServerOf(sample) is { } server ? $"{server.Instance} ({server.Release})" : "-"),
                    Figures.Milliseconds(sample.Latency),
                ]);
        }

        return table.IsEmpty ? "<p>None.</p>\n" : table.Print();
    }

    private static string Lines(RunExcerpt excerpt)
    {
        var table = new HtmlTable("Log lines", "at", "instance", "line");
        foreach (var line in excerpt.Lines)
        {
            table.AddWith(
                $" data-at=\"{HtmlText.Seconds(line.Entry.At)}\"",
                [$"+{HtmlText.Seconds(line.Entry.At)} s", HtmlText.Escape(line.Instance), $"<code>{HtmlText.Escape(HtmlText.Short(line.Entry.Text, RunExcerpt.LongestLine))}</code>"]);
        }

        return table.IsEmpty ? "<p>None.</p>\n" : table.Print();
    }
}
