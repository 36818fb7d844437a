using StagingHarness.Analysis.Latency;
using StagingHarness.Analysis.Moments;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html.Sections;

/// <summary>What the chart shows, as tables: moments by the same numbers, and phases with their figures.</summary>
internal static class TimelineSections
{
    public static string Moments(JudgedRun run)
    {
        var table = new HtmlTable("Moments", "#", "incident time", "real time", "what", "told by");
        foreach (var moment in run.Moments)
        {
            table.AddWith(
                $" id=\"moment-{HtmlText.Number(moment.Number)}\"",
                [
                    $"<a class=\"number {(moment.IsKnown ? "known" : "true")}\" href=\"#near\" data-at=\"{HtmlText.Seconds(moment.At)}\" data-number=\"{HtmlText.Number(moment.Number)}\" aria-label=\"Requests and log lines around moment {HtmlText.Number(moment.Number)}\">{HtmlText.Number(moment.Number)}</a>",
                    run.Analysis.Clock.Show(moment.At),
                    $"+{Figures.Seconds(moment.At)}",
                    $"{HtmlText.Escape(moment.Words)}{Evidence(moment)}",
                    HtmlText.Escape(moment.Step is { } step ? $"{moment.Source}, step {step}" : moment.Source),
                ]);
        }

        return $"<section><h2>Moments</h2>\n{(table.IsEmpty ? "<p>None of the moments that a reader looks for came.</p>\n" : table.Print())}</section>\n";
    }

    private static string Evidence(Moment moment) =>
        moment.Evidence is { } evidence ? $"<br><span class=\"note\">{HtmlText.Escape(evidence)}</span>" : "";

    public static string Phases(JudgedRun run)
    {
        var table = new HtmlTable("Phases", "phase", "from", "length", "requests", "answered rightly", "p50", "p95", "p99", "slowest");
        foreach (var phase in run.Analysis.Timeline.Phases)
        {
            foreach (var stretch in phase.Stretches)
            {
                Add(table, run, phase.Name, stretch);
            }
        }

        return $"<section><h2>Phases</h2>\n{(table.IsEmpty ? "<p>No phase began.</p>\n" : table.Print())}</section>\n";
    }

    private static void Add(HtmlTable table, JudgedRun run, string name, PhaseStretch stretch)
    {
        var recorder = new LatencyRecorder();
        var right = 0L;
        foreach (ref readonly var sample in run.Analysis.SamplesByMoment.Between(stretch.From, stretch.Until))
        {
            recorder.Record(sample);
            right += sample.Right ? 1 : 0;
        }

        var latency = recorder.Summarize();
        table.Add(
            HtmlText.Escape(name),
            $"{run.Analysis.Clock.Show(stretch.From)} (+{Figures.Seconds(stretch.From)})",
            Figures.Seconds(stretch.Until - stretch.From),
            Figures.Count(latency.Count),
            latency.Count == 0 ? "-" : Figures.PartOf(right, latency.Count),
            Shown(latency.Count, latency.P50),
            Shown(latency.Count, latency.P95),
            Shown(latency.Count, latency.P99),
            Shown(latency.Count, latency.Max));
    }

    private static string Shown(long count, long microseconds) => count == 0 ? "-" : Figures.Milliseconds(TimeSpan.FromMicroseconds(microseconds));
}
