using System.Collections.Immutable;
using StagingHarness.Reporting.Ctrf;
using StagingHarness.Reporting.GitHub;
using StagingHarness.Reporting.Html;
using StagingHarness.Reporting.Json;
using StagingHarness.Reporting.Junit;
using StagingHarness.Reporting.Markdown;
using StagingHarness.Reporting.OpenMetrics;
using StagingHarness.Reporting.Postmortem;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Formats;

/// <summary>The formats by the names that people type, and what prints each of them.</summary>
public static class ReportFormats
{
    /// <summary>As they are typed, in the order in which they are listed.</summary>
    public static ImmutableArray<string> Names { get; } =
        ["html", "json", "junit", "ctrf", "markdown", "github", "postmortem", "openmetrics"];

    /// <summary>Those that put several runs together.</summary>
    public static ImmutableArray<string> OfSuites { get; } = ["html", "junit", "ctrf", "markdown"];

    /// <summary>Null for a name that is none.</summary>
    public static ReportFormat? Find(string name) => Names.IndexOf(name) is var index and >= 0 ? (ReportFormat)index : null;

    /// <summary>How a file of this format is called when nobody says.</summary>
    public static string FileName(ReportFormat format) => format switch
    {
        ReportFormat.Html => "report.html",
        ReportFormat.Json => "run.json",
        ReportFormat.Junit => "junit.xml",
        ReportFormat.Ctrf => "ctrf.json",
        ReportFormat.Markdown => "report.md",
        ReportFormat.GitHub => "summary.md",
        ReportFormat.Postmortem => "postmortem.md",
        ReportFormat.OpenMetrics => "metrics.txt",
    };

    /// <summary>One run. Lines with their ends; the same run always gives the same bytes.</summary>
    public static string Print(RunReport report, ReportFormat format) => format switch
    {
        ReportFormat.Html => HtmlPage.Print(report),
        ReportFormat.Json => JsonReport.Print(report),
        ReportFormat.Junit => JunitReport.Print([report]),
        ReportFormat.Ctrf => CtrfReport.Print([report]),
        ReportFormat.Markdown => MarkdownReport.Print(report),
        ReportFormat.GitHub => JobSummary.Print(report),
        ReportFormat.Postmortem => PostmortemReport.Print(report),
        ReportFormat.OpenMetrics => OpenMetricsReport.Print(report),
    };

    /// <summary>Several runs together, in their order.</summary>
    /// <exception cref="NotSupportedException">The format is none of <see cref="OfSuites"/>.</exception>
    public static string PrintSuite(IReadOnlyList<RunReport> reports, ReportFormat format) => format switch
    {
        ReportFormat.Html => HtmlSuitePage.Print(reports),
        ReportFormat.Junit => JunitReport.Print(reports),
        ReportFormat.Ctrf => CtrfReport.Print(reports),
        ReportFormat.Markdown => MarkdownSuite.Print(reports),
        ReportFormat.Json or ReportFormat.GitHub or ReportFormat.Postmortem or ReportFormat.OpenMetrics =>
            throw new NotSupportedException($"Format '{format}' is for one run; use {string.Join(", ", OfSuites)}."),
    };
}
