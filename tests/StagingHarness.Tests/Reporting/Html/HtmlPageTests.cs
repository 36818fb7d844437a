using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
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

    private static int RequestsIn(string phase, RunRecord record) => int.Parse(
        Regex.Match(Print(record), $"<tr><td>{phase}</td>(?:<td[^>]*>[^<]*</td>){{2}}<td[^>]*>([0-9,]+)</td>").Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string Print(RunRecord record) => HtmlPage.Print(RunReport.Of(Judge.Assess(record)));
}
