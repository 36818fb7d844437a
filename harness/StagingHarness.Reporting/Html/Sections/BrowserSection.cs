using System.Globalization;
using System.Text;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html.Sections;

/// <summary>What customers saw who came with a browser: how their journeys ended, and the first page of each kind that went wrong.</summary>
internal static class BrowserSection
{
    /// <summary>Bytes of pictures that a page carries; what is beyond is named, and lies in the run folder.</summary>
    public const int PictureBudget = 200_000;

    public static string Print(JudgedRun run)
    {
        var endings = BrowserEndings.Of(run.Record.Events);
        if (endings.IsEmpty)
        {
            return run.Plan.Traffic.Browser is null ? "" : "<section><h2>In the browser</h2><p>No journey came to an end.</p></section>\n";
        }

        var table = new HtmlTable("Journeys in the browser", "journey", "ended", "how often", "first", "took at most");
        foreach (var same in endings)
        {
            table.Add(
                HtmlText.Escape(same.Journey),
                same.First.IsCompleted ? "\u2714 completed" : $"<span class=\"bad\">\u2716 {HtmlText.Escape(same.Ending)}</span>",
                Figures.Count(same.All.Length),
                $"+{HtmlText.Seconds(same.First.Began)} s",
                Figures.Seconds(same.All.Max(journey => journey.Took)));
        }

        var figures = new StringBuilder();
        var left = PictureBudget;
        foreach (var wrong in endings.Where(same => !same.First.IsCompleted))
        {
            figures.Append(Figure(run, wrong, ref left));
        }

        return $"<section id=\"browser\"><h2>In the browser</h2>\n{table.Print()}{figures}</section>\n";
    }

    private static string Figure(JudgedRun run, BrowserEndings wrong, ref int left)
    {
        var first = wrong.First;
        var told = $"{first.Journey} {first.Number.ToString(CultureInfo.InvariantCulture)}, +{HtmlText.Seconds(first.Began)} s: {first.WrongAt}: {first.Why}";
        return $"<figure>{Picture(run, first, ref left)}<figcaption>{HtmlText.Escape(told)}{Seen(first)}</figcaption></figure>\n";
    }

    private static string Seen(BrowserJourneyEnded journey) => journey.Seen.Length == 0 ? "" : $"<br>The page says: <q>{HtmlText.Escape(journey.Seen)}</q>";

    private static string Picture(JudgedRun run, BrowserJourneyEnded journey, ref int left)
    {
        if (journey.Picture is not { } file)
        {
            return "";
        }

        if (run.Record.Pictures.FirstOrDefault(picture => picture.File == file) is not { Jpeg.IsEmpty: false } seen)
        {
            return $"<p class=\"note\">The picture <code>{HtmlText.Escape(file)}</code> is not in the run folder.</p>";
        }

        if (seen.Jpeg.Length > left)
        {
            return $"<p class=\"note\">The picture <code>{HtmlText.Escape(file)}</code> lies in the run folder; it is too large for this page.</p>";
        }

        left -= seen.Jpeg.Length;
        return $"<img alt=\"What the customer saw: {HtmlText.Escape(HtmlText.Short(journey.Seen, 120))}\" src=\"data:image/jpeg;base64,{Convert.ToBase64String(seen.Jpeg.Span)}\">";
    }
}
