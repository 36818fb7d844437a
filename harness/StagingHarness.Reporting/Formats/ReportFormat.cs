namespace StagingHarness.Reporting.Formats;

/// <summary>The forms in which a run can be reported.</summary>
public enum ReportFormat
{
    Html,
    Json,
    Junit,
    Ctrf,
    Markdown,
    GitHub,
    Postmortem,
    OpenMetrics,
}
