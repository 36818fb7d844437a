using System.Text;
using StagingHarness.Analysis.Steps;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;
using StagingHarness.Reporting.Terminal;

namespace StagingHarness.Reporting.Html.Sections;

/// <summary>What was planned, what became of it, and what it was made of.</summary>
internal static class PlanSections
{
    private const int MostSource = 60_000;
    private const int MostPlan = 80_000;

    public static string Steps(JudgedRun run)
    {
        var table = new HtmlTable("Steps", "step", "what", "began", "took", "became");
        foreach (var trace in run.Analysis.Steps.All)
        {
            table.Add(
                trace.Plan.Number,
                HtmlText.Escape(trace.Plan.Sentence),
                trace.StartedAt is { } began ? $"+{Figures.Seconds(began)}" : "-",
                trace.StartedAt is { } from && trace.EndedAt is { } until ? Figures.Seconds(until - from) : "-",
                Became(trace));
        }

        return $"<section><h2>Steps</h2>\n{table.Print()}</section>\n";
    }

    public static string Plan(JudgedRun run) =>
        $"<section><h2>Plan</h2><details><summary>Every step and every default</summary><pre tabindex=\"0\">{HtmlText.Escape(HtmlText.Short(PlanPrinter.Print(run.Plan), MostPlan))}</pre></details></section>\n";

    /// <summary>Each line has its number as its anchor, to which the expectations lead.</summary>
    public static string Source(JudgedRun run)
    {
        if (run.Record.Sources.IsEmpty)
        {
            return $"<section><h2>Scenario</h2><p>{HtmlText.Escape(run.Plan.File)}; its text was not kept with the run.</p></section>\n";
        }

        var unmet = run.Unmet.Select(one => (one.Place.File, one.Place.Line)).ToHashSet();
        var text = new StringBuilder();
        foreach (var source in run.Record.Sources)
        {
            text.Append($"<section><h2>Scenario</h2><details><summary>{HtmlText.Escape(source.File)}</summary><pre class=\"source\" tabindex=\"0\">");
            var lines = HtmlText.Short(source.Text.TrimEnd('\n'), MostSource).Split('\n');
            for (var index = 0; index < lines.Length; index++)
            {
                var marked = unmet.Contains((source.File, index + 1));
                text.Append($"<span id=\"line-{HtmlText.Number(index + 1)}\"{(marked ? " class=\"marked\"" : "")}><span class=\"at\">{HtmlText.Number(index + 1).PadLeft(4)}{(marked ? " \u2716" : "  ")} </span>{HtmlText.Escape(lines[index])}</span>\n");
            }

            text.Append("</pre></details></section>\n");
        }

        return text.ToString();
    }

    private static string Became(StepTrace trace) => trace switch
    {
        { Completed: { } completed } => $"<span class=\"good\">\u2714</span> {HtmlText.Escape(completed.Receipt)}{Scripted(completed)}",
        { Failed: { } failed } => $"<span class=\"bad\">\u2716 failed ({failed.Kind}):</span> <span class=\"lines\">{HtmlText.Escape(HtmlText.Short(failed.Reason, 4_000))}</span>",
        { Skipped: { } skipped } => $"left out: {HtmlText.Escape(skipped.Reason)}",
        { Started: null } => "never begun",
        _ => "not known: the journal does not say how it ended",
    };

    private static string Scripted(StepCompleted completed) => (completed.Scripted > TimeSpan.Zero, completed.Overrun > TimeSpan.Zero) switch
    {
        (false, _) => "",
        (true, false) => $" <span class=\"note\">scripted {Figures.Seconds(completed.Scripted)}</span>",
        (true, true) => $" <span class=\"note\">scripted {Figures.Seconds(completed.Scripted)}, overrun {Figures.Seconds(completed.Overrun)}</span>",
    };
}
