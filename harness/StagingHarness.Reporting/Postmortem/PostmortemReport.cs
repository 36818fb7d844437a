using System.Globalization;
using System.Text;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Markdown;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Postmortem;

/// <summary>
/// A draft of an incident report, in the form in which such reports are written: issue summary, timeline, root cause, preventive
/// measures. It tells what was measured; what only people can know is left to them, and marked.
/// </summary>
public static class PostmortemReport
{
    /// <summary>Lines, each with its end.</summary>
    public static string Print(RunReport report) => report.Run is { } run ? Of(run) : MarkdownReport.OfUnreadable(report);

    private static string Of(JudgedRun run)
    {
        var text = new StringBuilder($"# {MarkdownText.Inline(run.Plan.Title)}: incident report (draft)\n\n");
        text.Append($"Rehearsed on {run.Record.Start.StartedAt.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} on a stage, not in production. ")
            .Append($"Run {MarkdownText.Code(run.Record.Start.RunId)}, verdict {run.Verdict.Headline}.\n\n");
        if (run.WhyAborted is { } why)
        {
            text.Append($"**ABORTED**: {MarkdownText.Inline(why)}. This draft covers what was known until then.\n\n");
        }

        AppendSummary(text, run);
        AppendTimeline(text, run);
        AppendDurations(text, run);
        AppendCause(text, run);
        AppendActions(text, run);
        return text.ToString();
    }

    private static void AppendSummary(StringBuilder text, JudgedRun run)
    {
        text.Append("## Issue summary\n\n");
        if (run.Analysis.Outages.Longest is { } outage)
        {
            var wrong = run.Analysis.Outcomes.Total;
            text.Append($"From {run.Analysis.Clock.Show(outage.From)} (incident time) answers were wrong for {Figures.Seconds(outage.Length)} of real time")
                .Append(outage.Ended ? ". " : ", and still were when the traffic ended. ")
                .Append($"In that time {Figures.PartOf(outage.Outcomes.Wrong, outage.Outcomes.Total)} requests failed: {outage.Outcomes}. ")
                .Append($"Over the whole run: {Figures.PartOf(wrong.Wrong, wrong.Total)}.\n\n");
        }
        else
        {
            text.Append(run.Analysis.Outcomes.Total.Total == 0
                ? "No request was recorded, so nothing is known of the impact.\n\n"
                : $"No request failed: {MarkdownParts.Availability(run)}.\n\n");
        }

        if (LedgerReadBack.Of(run.Analysis) is { } ledger)
        {
            text.Append($"What was written was read back when the traffic had ended: {MarkdownText.Inline(ledger.ToString())}.\n\n");
        }

        text.Append($"{MarkdownText.Inline(run.Verdict.Sentence)}\n\n");
    }

    private static void AppendTimeline(StringBuilder text, JudgedRun run)
    {
        text.Append("## Timeline (incident time)\n\n");
        if (run.Moments.IsEmpty)
        {
            text.Append("Nothing happened that a timeline tells.\n\n");
            return;
        }

        text.Append("| Time | Actions |\n|---|---|\n");
        foreach (var moment in run.Moments)
        {
            text.Append($"| {run.Analysis.Clock.Show(moment.At)} | {MarkdownText.Inline(char.ToUpperInvariant(moment.Words[0]) + moment.Words[1..])} |\n");
        }

        text.Append('\n');
    }

    private static void AppendDurations(StringBuilder text, JudgedRun run)
    {
        text.Append("## Durations (real time)\n\n");
        foreach (var span in run.Spans)
        {
            text.Append($"- time to {span.Name} = at({span.Until}) - at({span.From}) = {(span.Took is { } took ? Figures.Seconds(took) : $"not known: {(span.EndCameBefore ? span.WhyNone : "one of the two did not happen")}")}\n");
        }

        text.Append('\n');
    }

    private static void AppendCause(StringBuilder text, JudgedRun run)
    {
        text.Append("## Root cause\n\n");
        text.Append(run.Verdict.Outcome.IsRehearsal() && run.Verdict.Cause is { } cause
            ? "What the evidence points to; it is no proof, and nothing here is concluded from anything else:\n\n" + MarkdownText.Block(Terminal.CausePrinter.Print(cause))
            : "The evidence of this run points to no cause. TO BE WRITTEN by whoever knows more.\n");
        text.Append('\n');
    }

    /// <summary>Only what follows from this run; what a company does about it, people decide.</summary>
    private static void AppendActions(StringBuilder text, JudgedRun run)
    {
        text.Append("## Preventive measures\n\n");
        text.Append($"- Rehearse the upgrade before each release: {MarkdownText.Code(run.Repeat)}\n");
        foreach (var one in run.Verdict.Outcome.IsRehearsal() ? run.Unmet : [])
        {
            text.Append($"- Decide on {one.Number} {MarkdownText.Inline(one.Name)}: wanted {MarkdownText.Inline(one.Wanted)}, got {MarkdownText.Inline(one.Got)}\n");
        }

        text.Append("- TO BE WRITTEN: what is changed, who does it, by when\n");
    }
}
