using System.Text;
using StagingHarness.Analysis.Causes;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Html.Sections;

/// <summary>The suspected cause, with lines of the logs that show it.</summary>
internal static class CauseSection
{
    /// <summary>Empty where nothing is suspected: what a run that broke off has shown is no result.</summary>
    public static string Print(JudgedRun run, RunExcerpt excerpt)
    {
        if (!run.Verdict.Outcome.IsRehearsal() || run.Verdict.Cause is not { } cause)
        {
            return "";
        }

        var text = new StringBuilder("<section><h2>Suspected cause</h2><p class=\"note\">From evidence, not proved.</p>\n<dl class=\"facts\">\n");
        if (cause.Error is { } error)
        {
            var by = cause.Instances.IsEmpty ? "" : $", by {Figures.Joined(cause.Instances)}";
            text.Append($"<div><dt>Logged</dt><dd><code>{HtmlText.Escape(error.ToString())}</code><br>{Figures.Count(cause.Count, "time")}{HtmlText.Escape(by)}</dd></div>\n");
        }

        if (cause.Library is { } library)
        {
            text.Append($"<div><dt>Library</dt><dd>{HtmlText.Escape(CauseWords.Of(library))}</dd></div>\n");
        }

        if (cause.Family is { } family)
        {
            text.Append($"<div><dt>Family</dt><dd>{HtmlText.Escape(CauseWords.Of(family))}</dd></div>\n");
        }

        if (cause.Facet is { } facet)
        {
            text.Append($"<div><dt>Provider</dt><dd>{HtmlText.Escape(CauseWords.Of(facet))}</dd></div>\n");
        }

        foreach (var difference in cause.Differences)
        {
            text.Append($"<div><dt>Differs</dt><dd>{HtmlText.Escape($"{difference.What}: worked {With(difference.Worked)}, failed {With(difference.Failed)}")}</dd></div>\n");
        }

        text.Append("</dl>\n");
        if (!excerpt.OfCause.IsEmpty)
        {
            text.Append("<p>In the logs:</p>\n<pre tabindex=\"0\">")
                .AppendJoin('\n', excerpt.OfCause.Select(line => HtmlText.Escape($"+{HtmlText.Seconds(line.Entry.At)} s {line.Instance}: {HtmlText.Short(line.Entry.Text, RunExcerpt.LongestLine)}")))
                .Append("</pre>\n");
        }

        return text.Append("</section>\n").ToString();
    }

    private static string With(IReadOnlyCollection<string> values) => values.Count == 0 ? "without it" : $"with {Figures.Joined(values)}";
}
