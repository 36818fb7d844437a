using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Markdown;

/// <summary>A run as a page in Markdown.</summary>
public static class MarkdownReport
{
    /// <summary>Lines, each with its end.</summary>
    public static string Print(RunReport report) => report.Run is { } run
        ? string.Join('\n', new[]
        {
            MarkdownParts.Head(run),
            MarkdownParts.Unmet(run),
            MarkdownParts.Times(run),
            MarkdownParts.Moments(run),
            MarkdownParts.Cause(run),
            MarkdownParts.Expectations(run),
            MarkdownParts.Requirements(run),
            MarkdownParts.Steps(run),
        }.Where(part => part.Length > 0))
        : OfUnreadable(report);

    internal static string OfUnreadable(RunReport report) =>
        $"# ? INCONCLUSIVE: {MarkdownText.Inline(report.Name)}\n\n**ABORTED**: {MarkdownText.Inline(report.WhyUnreadable!)}\n";
}
