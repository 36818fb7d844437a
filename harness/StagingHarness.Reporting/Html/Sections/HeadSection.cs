using System.Globalization;
using System.Text;
using StagingHarness.Analysis.Moments;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;
using StagingHarness.Scenarios.Units;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Html.Sections;

/// <summary>The first screen: verdict, why, what is not met, the times, versions, seed, and how to run it again.</summary>
internal static class HeadSection
{
    private const int MostUnmet = 4;

    public static string Print(JudgedRun run)
    {
        var text = new StringBuilder();
        text.Append($"<header class=\"top {OutcomeClass.Of(run.Verdict.Outcome)}\"><p class=\"verdict\"><span aria-hidden=\"true\">{StandingWords.SignOf(run.Verdict.Outcome)} </span>{run.Verdict.Headline}</p>")
            .Append($"<div><h1>{HtmlText.Escape(run.Plan.Name)}</h1><p class=\"title\">{HtmlText.Escape(run.Plan.Title)}</p></div></header>\n");
        if (run.WhyAborted is { } why)
        {
            text.Append($"<p class=\"banner\"><strong>ABORTED</strong> {HtmlText.Escape(why)}. What follows is what was known until then.</p>\n");
        }

        text.Append($"<p class=\"sentence\">{HtmlText.Escape(run.Verdict.Sentence)}</p>\n");
        AppendUnmet(text, run);
        AppendTimes(text, run);
        AppendFacts(text, run);
        return text.ToString();
    }

    private static void AppendUnmet(StringBuilder text, JudgedRun run)
    {
        if (!run.Verdict.Outcome.IsRehearsal() || (run.Unmet.IsEmpty && run.Lacking.IsEmpty))
        {
            return;
        }

        text.Append("<ul class=\"unmet\">\n");
        foreach (var one in run.Unmet.Take(MostUnmet))
        {
            text.Append($"<li class=\"{OutcomeClass.Of(one.Standing)}\"><span class=\"stand\"><span aria-hidden=\"true\">{StandingWords.SignOf(one.Standing)} </span>{StandingWords.Of(one.Standing)}</span> ")
                .Append($"<a href=\"#{one.Number}\">{one.Number} {HtmlText.Escape(one.Name)}</a>: wanted {HtmlText.Escape(one.Wanted)}, got {HtmlText.Escape(one.Got)}")
                .Append(one.Reason is { } reason ? $" ({HtmlText.Escape(reason)})" : "")
                .Append($" <code>{HtmlText.Escape(one.Place.ToString())}</code></li>\n");
        }

        foreach (var one in run.Lacking.Take(MostUnmet))
        {
            text.Append($"<li class=\"{OutcomeClass.Of(one.Standing)}\"><span class=\"stand\"><span aria-hidden=\"true\">{StandingWords.SignOf(one.Standing)} </span>{StandingWords.Of(one.Standing)}</span> ")
                .Append($"required: {HtmlText.Escape(one.Name)}: {HtmlText.Escape(HtmlText.Short(one.Evidence, 240))}</li>\n");
        }

        var hidden = Math.Max(0, run.Unmet.Length - MostUnmet) + Math.Max(0, run.Lacking.Length - MostUnmet);
        text.Append(hidden == 0 ? "</ul>\n" : $"<li><a href=\"#expectations\">{Figures.Count(hidden)} more below</a></li></ul>\n");
    }

    private static void AppendTimes(StringBuilder text, JudgedRun run)
    {
        var total = run.Analysis.Outcomes.Total;
        text.Append("<dl class=\"cards\">\n");
        foreach (var span in run.Spans)
        {
            AppendCard(text, Capital(span.Name), span.Took is { } took ? Figures.Seconds(took) : "\u2013", Formula(span));
        }

        AppendCard(text, "Failed requests", Figures.Count(total.Wrong), $"of {Figures.Count(total.Total)}");
        AppendCard(text, "Availability", total.Total == 0 ? "\u2013" : Share.Of(total.Right, total.Total).ToString(), "answered rightly / requests");
        text.Append("</dl>\n");
    }

    private static string Formula(IncidentSpan span) => (span.Took is null ? $"{span.WhyNone}: " : "") + $"{span.From} \u2192 {span.Until}";

    private static void AppendCard(StringBuilder text, string name, string figure, string formula) =>
        text.Append($"<div><dt>{name}</dt><dd class=\"figure\">{HtmlText.Escape(figure)}</dd><dd class=\"formula\">{HtmlText.Escape(formula)}</dd></div>\n");

    private static void AppendFacts(StringBuilder text, JudgedRun run)
    {
        var start = run.Record.Start;
        text.Append("<dl class=\"facts\">\n");
        foreach (var versions in run.Versions)
        {
            AppendFact(text, "Versions", HtmlText.Escape(versions.Replace("->", "\u2192", StringComparison.Ordinal)));
        }

        AppendFact(text, "Repeat", $"<code>{HtmlText.Escape(run.Repeat)}</code>");
        AppendFact(text, "Seed", run.Plan.Seed.ToString(CultureInfo.InvariantCulture));
        AppendFact(text, "Engine", HtmlText.Escape(run.Engine));
        AppendFact(
            text,
            "Run",
            $"<code>{HtmlText.Escape(start.RunId)}</code> began {start.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC on {HtmlText.Escape(start.Host)}, harness {HtmlText.Escape(start.HarnessVersion)}");
        text.Append("</dl>\n");
    }

    private static void AppendFact(StringBuilder text, string name, string value) => text.Append($"<div><dt>{name}</dt><dd>{value}</dd></div>\n");

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
