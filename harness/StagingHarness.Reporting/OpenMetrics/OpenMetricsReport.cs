using System.Globalization;
using System.Text;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Generators;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.OpenMetrics;

/// <summary>Figures of a run in the OpenMetrics text format, to be scraped or pushed.</summary>
public static class OpenMetricsReport
{
    /// <summary>Lines with line feeds, the last one <c># EOF</c>.</summary>
    public static string Print(RunReport report)
    {
        var text = new StringBuilder();
        if (report.Run is { } run)
        {
            Append(text, run);
        }
        else
        {
            Family(text, "stage_run_readable", "gauge", "1 when the run could be read.", [($"scenario=\"{Label(report.Name)}\"", 0)]);
        }

        return text.Append("# EOF\n").ToString();
    }

    private static void Append(StringBuilder text, JudgedRun run)
    {
        var own = $"scenario=\"{Label(run.Plan.Name)}\",engine=\"{Label(run.Record.Start.Engine)}\"";
        Family(text, "stage_run_readable", "gauge", "1 when the run could be read.", [(own, 1)]);
        Family(
            text,
            "stage_run_outcome",
            "gauge",
            "1 for the outcome of the run, 0 for all others.",
            Enum.GetValues<Outcome>().Select(outcome => ($"{own},outcome=\"{outcome}\"", outcome == run.Verdict.Outcome ? 1.0 : 0)));
        Family(text, "stage_run_aborted", "gauge", "1 when the run is no whole one.", [(own, run.WhyAborted is null ? 0 : 1)]);
        Family(
            text,
            "stage_requests",
            "counter",
            "Requests by who answered, and what.",
            run.Analysis.Outcomes.Total.Kinds.Select(one => ($"{own},answer=\"{Label(one.Kind.ToString())}\"", (double)one.Count)),
            "_total");
        Family(
            text,
            "stage_time_seconds",
            "gauge",
            "Times of the incident, in real time; what did not happen is left out.",
            run.Spans.Where(span => span.Took is not null).Select(span => ($"{own},time=\"{span.Name}\"", span.Took!.Value.TotalSeconds)),
            unit: "seconds");
        Family(text, "stage_outage_seconds", "gauge", "All stretches of wrong answers together.", [(own, run.Analysis.Outages.Total.TotalSeconds)], unit: "seconds");
        if (run.Generator is { } generator)
        {
            Append(text, own, generator);
        }

        Family(
            text,
            "stage_expectations",
            "gauge",
            "Expectations that decide, by how they stand.",
            Enum.GetValues<Standing>().Select(standing => (
                $"{own},standing=\"{standing}\"",
                (double)run.Verdict.Expectations.Count(one => !one.ReportOnly && one.Standing == standing))));
    }

    /// <summary>A largest value is the quantile 1; what is not known is left out.</summary>
    private static void Append(StringBuilder text, string own, GeneratorFigures generator)
    {
        if (generator.Totals is { } totals)
        {
            Family(text, "stage_generator_scheduled", "counter", "Requests that were due.", [(own, totals.Scheduled)], "_total");
            Family(
                text,
                "stage_generator_requests",
                "counter",
                "The same, by what became of them.",
                [($"{own},became=\"answered\"", totals.Answered), ($"{own},became=\"unanswered\"", totals.Unanswered), ($"{own},became=\"dropped\"", totals.Dropped)],
                "_total");
        }

        if (generator.Lateness is { Count: > 0 } late)
        {
            Family(
                text,
                "stage_generator_lateness_seconds",
                "summary",
                "From the scheduled moment of a request to its sending.",
                [($"{own},quantile=\"0.5\"", late.P50 / 1e6), ($"{own},quantile=\"0.99\"", late.P99 / 1e6), ($"{own},quantile=\"1\"", late.Max / 1e6)],
                unit: "seconds");
        }

        if (generator.SelfCheck is { } check)
        {
            Family(
                text,
                "stage_generator_self_check_seconds",
                "summary",
                "How late the generator woke up while nothing was sent, before its warm-up.",
                [($"{own},quantile=\"0.5\"", check.MedianNanoseconds / 1e9), ($"{own},quantile=\"1\"", check.WorstNanoseconds / 1e9)],
                unit: "seconds");
        }
    }

    private static void Family(
        StringBuilder text, string name, string type, string help, IEnumerable<(string Labels, double Value)> samples, string suffix = "", string? unit = null)
    {
        text.Append($"# TYPE {name} {type}\n");
        if (unit is not null)
        {
            text.Append($"# UNIT {name} {unit}\n");
        }

        text.Append($"# HELP {name} {help}\n");
        foreach (var (labels, value) in samples)
        {
            text.Append($"{name}{suffix}{{{labels}}} {value.ToString("0.######", CultureInfo.InvariantCulture)}\n");
        }
    }

    private static string Label(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
