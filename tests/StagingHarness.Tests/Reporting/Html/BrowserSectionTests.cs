using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.Html;
using StagingHarness.Reporting.Html.Sections;
using StagingHarness.Reporting.Json;
using StagingHarness.Reporting.Runs;
using StagingHarness.Reporting.Terminal;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Html;

/// <summary>What customers with a browser saw, in the reports.</summary>
public sealed class BrowserSectionTests
{
    private static RunRecord Visited => ReportRuns.Failed.Visited(200, 3).Visited(500, 10, 11).Visited(503, 12);

    [Test]
    public void First_page_of_each_kind_that_went_wrong_is_shown()
    {
        var page = Print(Visited with { Pictures = [Picture(2, BrowserRun.Picture), Picture(4, BrowserRun.Picture)] });

        page.Should().Contain("img-src data:;").And.Contain("<td>2</td>").And.Contain("dashboard 2, +10 s: open /dashboard: the page /dashboard is answered 500");
        page.Split($"src=\"data:image/jpeg;base64,{Convert.ToBase64String(BrowserRun.Picture)}\"").Should().HaveCount(3, "there are two kinds");
        page.Should().Contain("<q>HTTP ERROR 500</q>").And.Contain("alt=\"What the customer saw: HTTP ERROR 503\"");
    }

    [Test]
    public void Pictures_that_are_too_large_or_gone_are_named()
    {
        var page = Print(Visited with { Pictures = [Picture(2, new byte[BrowserSection.PictureBudget + 1]), Picture(4, [])] });

        page.Should().NotContain("<img");
        page.Should().Contain("<code>browser/dashboard.2.jpg</code> lies in the run folder; it is too large").And.Contain("<code>browser/dashboard.4.jpg</code> is not in the run folder");
    }

    [Test]
    public void What_a_page_says_becomes_no_markup() =>
        Print(ReportRuns.Failed.Visited(500).With(BrowserRun.Journey(1, 10, 500) with { Seen = "<script>alert(1)</script>", Picture = null }))
            .Should().Contain("<q>&lt;script&gt;alert(1)&lt;/script&gt;</q>").And.NotContain("<script>alert");

    [Test]
    public void Page_without_a_browser_says_nothing_of_one_and_shows_no_pictures() =>
        Print(ReportRuns.Failed).Should().NotContain("In the browser").And.NotContain("img-src");

    [Test]
    public void Journeys_of_which_none_ended_are_told() => Print(ReportRuns.Failed.Visited(200)).Should().Contain("No journey came to an end.");

    [Test]
    public void Terminal_and_programs_are_told_the_same()
    {
        var verdict = Judge.Assess(Visited);

        LastBlock.Print(verdict, verdict.Analysis.Record, "run", TerminalStyle.Plain).Should()
            .Contain("browser       dashboard completed x 1\n")
            .And.Contain("browser       dashboard wrong at open /dashboard, page answered 500 x 2; first seen: 'HTTP ERROR 500'\n");
        JsonReport.Print(RunReport.Of(verdict)).Should().Contain("\"ending\": \"wrong at open /dashboard, page answered 503\"");
    }

    private static SeenPicture Picture(int number, byte[] jpeg) => new($"browser/dashboard.{number}.jpg", jpeg);

    private static string Print(RunRecord record) => HtmlPage.Print(RunReport.Of(Judge.Assess(record)));
}
