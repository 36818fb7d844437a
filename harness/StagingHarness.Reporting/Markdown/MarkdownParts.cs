using System.Text;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Runs;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Markdown;

/// <summary>The parts that pages in Markdown are made of; each ends with a line feed, and is empty where there is nothing to tell.</summary>
internal static class MarkdownParts
{
    public static string Head(JudgedRun run)
    {
        var text = new StringBuilder($"# {StandingWords.SignOf(run.Verdict.Outcome)} {run.Verdict.Headline}: {MarkdownText.Inline(run.Plan.Name)}\n\n");
        if (run.WhyAborted is { } why)
        {
            text.Append($"**ABORTED**: {MarkdownText.Inline(why)}. What follows is what was known until then.\n\n");
        }

        text.Append($"{MarkdownText.Inline(run.Plan.Title)}\n\n{MarkdownText.Inline(run.Verdict.Sentence)}\n\n");
        text.Append($"Availability {Sparkline.Of(run.Columns)} ({Availability(run)})\n\n");
        text.Append($"- engine: {MarkdownText.Inline(run.Engine)}\n");
        foreach (var versions in run.Versions)
        {
            text.Append($"- versions: {MarkdownText.Inline(versions)}\n");
        }

        return text.Append($"- run: {MarkdownText.Code(run.Record.Start.RunId)}\n- repeat: {MarkdownText.Code(run.Repeat)}\n").ToString();
    }

    public static string Availability(JudgedRun run)
    {
        var total = run.Analysis.Outcomes.Total;
        return total.Total == 0 ? "no request was recorded" : $"{Figures.PartOf(total.Right, total.Total)} answered rightly";
    }

    public static string Unmet(JudgedRun run)
    {
        if (!run.Verdict.Outcome.IsRehearsal() || (run.Unmet.IsEmpty && run.Lacking.IsEmpty))
        {
            return "";
        }

        var text = new StringBuilder("## Not met\n\n");
        foreach (var one in run.Unmet)
        {
            text.Append($"- **{one.Number} {MarkdownText.Inline(one.Name)}** ({StandingWords.Of(one.Standing)}, {MarkdownText.Code(one.Place.ToString())})\n")
                .Append($"  - wanted: {MarkdownText.Inline(one.Wanted)}\n  - got: {MarkdownText.Inline(one.Got)}\n")
                .Append($"  - samples: {MarkdownText.Inline(one.Samples.ToString())}\n  - window: {MarkdownText.Inline(one.Window)}\n")
                .Append(one.Reason is { } reason ? $"  - why: {MarkdownText.Inline(reason)}\n" : "");
        }

        foreach (var one in run.Lacking)
        {
            text.Append($"- **required: {MarkdownText.Inline(one.Name)}** ({StandingWords.Of(one.Standing)}): {MarkdownText.Inline(one.Evidence)}\n");
        }

        return text.ToString();
    }

    public static string Times(JudgedRun run)
    {
        var text = new StringBuilder("## Times\n\n| what | real time | counted from -> to |\n|---|---|---|\n");
        foreach (var span in run.Spans)
        {
            text.Append($"| {span.Name} | {(span.Took is { } took ? Figures.Seconds(took) : span.WhyNone)} | {MarkdownText.Inline(span.Formula)} |\n");
        }

        return text.ToString();
    }

    public static string Moments(JudgedRun run)
    {
        if (run.Moments.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder("## Timeline\n\n| # | incident time | real time | what | told by |\n|---|---|---|---|---|\n");
        foreach (var moment in run.Moments)
        {
            var step = moment.Step is { } number ? $", step {number}" : "";
            text.Append($"| {Figures.Count(moment.Number)} | {run.Analysis.Clock.Show(moment.At)} | +{Figures.Seconds(moment.At)} ")
                .Append($"| {MarkdownText.Inline(moment.Words)} | {moment.Source}{step} |\n");
        }

        return text.ToString();
    }

    /// <summary>A suspicion with its evidence; a run that broke off has none.</summary>
    public static string Cause(JudgedRun run) => run.Verdict.Outcome.IsRehearsal() && run.Verdict.Cause is { } cause
        ? $"## Suspected cause\n\n{MarkdownText.Block(CausePrinter.Print(cause))}"
        : "";

    public static string Expectations(JudgedRun run)
    {
        if (!run.Verdict.Outcome.IsRehearsal())
        {
            return "";
        }

        var text = new StringBuilder("## Expectations\n\n| | expectation | wanted | got | samples | place |\n|---|---|---|---|---|---|\n");
        foreach (var one in run.Verdict.Expectations)
        {
            text.Append($"| {StandingWords.SignOf(one.Standing)} {StandingWords.Of(one.Standing)}{(one.ReportOnly ? " (only reported)" : "")} ")
                .Append($"| {one.Number} {MarkdownText.Inline(one.Name)} | {MarkdownText.Inline(one.Wanted)} | {MarkdownText.Inline(one.Got)} ")
                .Append($"| {MarkdownText.Inline(one.Samples.ToString())} | {MarkdownText.CodeInCell(one.Place.ToString())} |\n");
        }

        return text.ToString();
    }

    public static string Requirements(JudgedRun run)
    {
        if (!run.Verdict.Outcome.IsRehearsal())
        {
            return "";
        }

        var text = new StringBuilder("## Requirements\n\n| | what every pass needs | evidence |\n|---|---|---|\n");
        foreach (var one in run.Verdict.Requirements)
        {
            text.Append($"| {StandingWords.SignOf(one.Standing)} {StandingWords.Of(one.Standing)} | {MarkdownText.Inline(one.Name)} | {MarkdownText.Inline(one.Evidence)} |\n");
        }

        return text.ToString();
    }

    public static string Steps(JudgedRun run)
    {
        var text = new StringBuilder("## Steps\n\n| step | what | began | became |\n|---|---|---|---|\n");
        foreach (var trace in run.Analysis.Steps.All)
        {
            var became = trace.Completed?.Receipt ?? trace.Failed?.Reason ?? trace.Skipped?.Reason ?? (trace.Started is null ? "never begun" : "not known");
            var began = trace.StartedAt is { } at ? $"+{Figures.Seconds(at)}" : "-";
            text.Append($"| {trace.Plan.Number} | {MarkdownText.Inline(trace.Plan.Sentence)} | {began} | {MarkdownText.Inline(became)} |\n");
        }

        return text.ToString();
    }
}
