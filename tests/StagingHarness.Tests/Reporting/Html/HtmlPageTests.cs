using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Generator;
using StagingHarness.Reporting.Html;
using StagingHarness.Reporting.Runs;
using StagingHarness.Scenarios.Plans.Faults;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Html;

public sealed class HtmlPageTests
{
    private const int Limit = 500 * 1024;

    private static IEnumerable<TestCaseData> Runs =>
    [
        new TestCaseData(ReportRuns.Passed).SetArgDisplayNames("passed"),
        new TestCaseData(ReportRuns.Failed).SetArgDisplayNames("failed"),
        new TestCaseData(ReportRuns.Inconclusive).SetArgDisplayNames("inconclusive"),
        new TestCaseData(ReportRuns.Aborted).SetArgDisplayNames("aborted"),
        new TestCaseData(ReportRuns.TwoSeconds).SetArgDisplayNames("two seconds"),
    ];

    [TestCaseSource(nameof(Runs))]
    public void Page_asks_nobody_for_anything_and_draws(RunRecord record)
    {
        var page = Print(record);

        Encoding.UTF8.GetByteCount(page).Should().BeLessThan(Limit);
        page.Should().Contain("<svg viewBox=").And.NotContain(" style=").And.NotContain("=\"http").And.NotContain("<link").And.NotContain("<img").And.NotMatchRegex("<[a-z]+[^>]* on[a-z]+=");
    }

    [TestCaseSource(nameof(Runs))]
    public void Every_id_stands_once(RunRecord record) =>
        Regex.Matches(Print(record), " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).Should().NotBeEmpty().And.OnlyHaveUniqueItems();

    [Test]
    public void Phases_count_the_requests_that_left_in_them()
    {
        // Two were due in the phase, left after it, and were answered as it does not answer.
        var late = ReportRuns.Failed.WithSamples([.. ReportRuns.Failed.Samples.Select(sample => sample.Due.TotalMilliseconds is >= IncidentRun.RolledBack - 20 and < IncidentRun.RolledBack
            ? sample with { SendDelayMicroseconds = 2_100_000, Status = 200 }
            : sample)]);

        (RequestsIn("upgraded", ReportRuns.Failed) - RequestsIn("upgraded", late)).Should().Be(2);
    }

    [Test]
    public void Policy_holds_the_hash_of_style_and_script()
    {
        var page = Print(ReportRuns.Passed);

        foreach (var element in new[] { "style", "script" })
        {
            var text = Regex.Match(page, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
            page.Should().Contain($"{element}-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");
        }

        page.Should().Contain("default-src 'none'");
    }

    [Test]
    public void Nothing_that_a_run_holds_becomes_markup()
    {
        var record = ReportRuns.Failed.WithPlan(plan => plan with { Title = "<script>alert(1)</script> & \"quotes\"" });

        Print(record).Should().Contain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;").And.NotContain("<script>alert");
    }

    [Test]
    public void Number_of_a_moment_is_the_same_in_chart_and_table()
    {
        var report = RunReport.Of(Judge.Assess(ReportRuns.Failed));
        var page = HtmlPage.Print(report);

        report.Run!.Moments.Should().NotBeEmpty();
        foreach (var moment in report.Run.Moments)
        {
            page.Should().Contain($"href=\"#moment-{moment.Number}\"").And.Contain($"<tr id=\"moment-{moment.Number}\"");
        }
    }

    [Test]
    public void Detection_is_shown_with_its_first_request_and_its_evidence() => Print(ReportRuns.Failed).Should().Contain(
        "alert: 3 of 508 (0.59 %) answers were wrong; the first: GET /api/orders, app 500 by portal-2 (release 2.0 on platform 1)<br><span class=\"note\">"
        + "100 % of the answers were wrong since the first wrong one, by portal-1, portal-2 and portal-3 (release 2.0 on platform 1). "
        + "The first: request 20230513-705, due +9.05 s, answered after 2 ms.</span>");

    [Test]
    public void Generator_is_shown_with_totals_lateness_and_its_look_at_itself()
    {
        var record = ReportRuns.Failed.Change<TrafficEnded>(ended => ended with { Scheduled = 2_123, Dropped = 3 });

        RowOfGenerator(record).Should().Equal("2,123", "2,120", "0", "3 of 2,123 (0.14 %)", "0.05 ms", "0.05 ms", "0.05 ms", "woke up 0.022 ms late (median of 200; worst 0.310 ms)");
        Print(record).Should().NotContain("timers on this machine are coarse");
    }

    [Test]
    public void What_is_not_known_of_the_generator_is_left_open() => RowOfGenerator(
            (ReportRuns.Failed with { Samples = [] }).Without(happened => happened is TrafficEnded).Change<TrafficStarted>(started => started with { SelfCheck = null }))
        .Should().Equal(Enumerable.Repeat("-", 8));

    [Test]
    public void Coarse_timers_are_warned_of() =>
        Print(ReportRuns.Failed.Change<TrafficStarted>(started => started with { SelfCheck = new PacerLateness(200, 1_500_000, 3_000_000) }))
            .Should().Contain("<strong>! Self-check: timers on this machine are coarse, so latencies at low rates hold that much of it.</strong>");

    [Test]
    public void Expectation_leads_to_its_line()
    {
        var expectation = Judge.Assess(ReportRuns.Failed).Expectations[0];

        Print(ReportRuns.Failed).Should().Contain($"href=\"#line-{expectation.Place.Line}\"").And.Contain($"<span id=\"line-{expectation.Place.Line}\"");
    }

    [Test]
    public void Run_that_broke_off_judges_nothing() =>
        Print(ReportRuns.Aborted).Should().Contain("Not judged: the run broke off").And.Contain("interrupted by Ctrl+C").And.NotContain("Suspected cause");

    [Test]
    public void Suite_has_a_row_for_each_run()
    {
        var page = HtmlSuitePage.Print(
        [
            RunReport.Of(Judge.Assess(ReportRuns.Passed)), RunReport.Of(Judge.Assess(ReportRuns.Failed)), RunReport.Unreadable("broken", "it cannot be read"),
        ]);

        page.Should().Contain("1 of 3 runs passed").And.Contain("it cannot be read");
        Regex.Count(page, "class=\"spark\"").Should().Be(2);
    }

    [Test]
    public void Fault_that_was_never_proved_is_drawn_as_such()
    {
        var record = ReportRuns.Passed.With(new FaultBegan { At = TimeSpan.FromSeconds(10), Fault = new KillFaultPlan { Name = "kill-one", Instances = ["portal-1"] } });

        Print(record).Should().Contain("kill-one (never proved)");
    }

    private static IEnumerable<string> RowOfGenerator(RunRecord record) => Regex
        .Matches(Regex.Match(Print(record), "<h2>Generator</h2>.*?<tbody>(.*?)</tbody>", RegexOptions.Singleline).Groups[1].Value, "<td>(.*?)</td>")
        .Select(cell => cell.Groups[1].Value);

    private static int RequestsIn(string phase, RunRecord record) => int.Parse(
        Regex.Match(Print(record), $"<tr><td>{phase}</td>(?:<td[^>]*>[^<]*</td>){{2}}<td[^>]*>([0-9,]+)</td>").Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string Print(RunRecord record) => HtmlPage.Print(RunReport.Of(Judge.Assess(record)));
}
