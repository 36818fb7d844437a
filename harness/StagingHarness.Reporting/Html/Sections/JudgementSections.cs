using StagingHarness.Analysis.Expectations;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Html.Sections;

/// <summary>What was asked for, and what every pass needs, with the evidence.</summary>
internal static class JudgementSections
{
    public static string Expectations(JudgedRun run)
    {
        if (!run.Verdict.Outcome.IsRehearsal())
        {
            return "<section id=\"expectations\"><h2>Expectations</h2><p>Not judged: the run broke off.</p></section>\n";
        }

        var table = new HtmlTable("Expectations", "stands", "expectation", "wanted", "got", "samples", "window", "place");
        foreach (var one in run.Verdict.Expectations)
        {
            table.AddWith(
                $" id=\"{one.Number}\"",
                [
                    Stand(one.Standing) + (one.ReportOnly ? "<br><span class=\"note\">only reported</span>" : ""),
                    $"<strong>{one.Number}</strong> {HtmlText.Escape(one.Name)}",
                    HtmlText.Escape(one.Wanted),
                    HtmlText.Escape(one.Got) + (one.Reason is { } reason ? $"<br><span class=\"note\">{HtmlText.Escape(reason)}</span>" : ""),
                    HtmlText.Escape(one.Samples.ToString()),
                    HtmlText.Escape(one.Window),
                    Place(one, run),
                ]);
        }

        return $"<section id=\"expectations\"><h2>Expectations</h2>\n{table.Print()}</section>\n";
    }

    public static string Requirements(JudgedRun run)
    {
        if (!run.Verdict.Outcome.IsRehearsal())
        {
            return "";
        }

        var table = new HtmlTable("Requirements", "stands", "what every pass needs", "evidence");
        foreach (var one in run.Verdict.Requirements)
        {
            table.Add(Stand(one.Standing), HtmlText.Escape(one.Name), $"<span class=\"lines\">{HtmlText.Escape(one.Evidence)}</span>");
        }

        return $"<section><h2>Requirements</h2>\n{table.Print()}</section>\n";
    }

    private static string Place(ExpectationResult one, JudgedRun run)
    {
        var shown = $"<code>{HtmlText.Escape(one.Place.ToString())}</code>";
        return run.Record.Sources.Any(source => source.File == one.Place.File) ? $"<a href=\"#line-{HtmlText.Number(one.Place.Line)}\">{shown}</a>" : shown;
    }

    private static string Stand(Standing standing) =>
        $"<span class=\"stand {OutcomeClass.Of(standing)}\"><span aria-hidden=\"true\">{StandingWords.SignOf(standing)} </span>{StandingWords.Of(standing)}</span>";
}
