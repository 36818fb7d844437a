using System.Globalization;
using System.Text;
using StagingHarness.Analysis.Expectations;
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
        Family(
            text,
            "stage_expectations",
            "gauge",
            "Expectations that decide, by how they stand.",
            Enum.GetValues<Standing>().Select(standing => (
                $"{own},standing=\"{standing}\"",
                (double)run.Verdict.Expectations.Count(one => !one.ReportOnly && one.Standing == standing))));
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
