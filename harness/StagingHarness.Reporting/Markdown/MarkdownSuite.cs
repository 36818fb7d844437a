using System.Text;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Markdown;

/// <summary>Several runs as one table in Markdown.</summary>
public static class MarkdownSuite
{
    /// <summary>Lines, each with its end.</summary>
    public static string Print(IReadOnlyList<RunReport> reports)
    {
        var passed = reports.Count(report => report.Run?.Verdict.Outcome == Outcome.Passed);
        var text = new StringBuilder($"# {Figures.Count(passed)} of {Figures.Count(reports.Count, "run")} passed\n\n");
        text.Append("| verdict | scenario | availability | requests | why |\n|---|---|---|---|---|\n");
        foreach (var report in reports)
        {
            text.Append(report.Run is { } run ? Row(run) : $"| ? INCONCLUSIVE | {MarkdownText.Inline(report.Name)} | - | - | {MarkdownText.Inline(report.WhyUnreadable!)} |\n");
        }

        return text.ToString();
    }

    private static string Row(JudgedRun run) =>
        $"| {StandingWords.SignOf(run.Verdict.Outcome)} {run.Verdict.Headline}{(run.WhyAborted is null ? "" : " (aborted)")} "
        + $"| {MarkdownText.Inline(run.Plan.Name)} | {Sparkline.Of(run.Columns)} | {MarkdownParts.Availability(run)} "
        + $"| {MarkdownText.Inline(run.Verdict.Sentence)} |\n";
}
