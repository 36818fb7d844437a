using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.Formats;
using StagingHarness.Reporting.Runs;
using StagingHarness.TestKit.Golden;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Formats;

public sealed class ReportFormatsTests
{
    private static IEnumerable<ReportFormat> All => Enum.GetValues<ReportFormat>();

    [TestCase(ReportFormat.Json, "run.json")]
    [TestCase(ReportFormat.Junit, "junit.xml")]
    [TestCase(ReportFormat.Ctrf, "ctrf.json")]
    [TestCase(ReportFormat.Markdown, "report.md")]
    [TestCase(ReportFormat.Postmortem, "postmortem.md")]
    [TestCase(ReportFormat.OpenMetrics, "metrics.txt")]
    public void Run_that_failed_has_its_report(ReportFormat format, string file) =>
        GoldenFile.Verify(Print(ReportRuns.Failed, format), $"Reporting/Formats/failed-{file}");

    [Test]
    public void Postmortem_of_a_replay_has_its_text() =>
        GoldenFile.Verify(Print(ReportRuns.Reproduced, ReportFormat.Postmortem), "Reporting/Formats/reproduced-postmortem.md");

    [Test]
    public void Suite_in_markdown_has_its_text() => GoldenFile.Verify(
        ReportFormats.PrintSuite([Of(ReportRuns.Passed), Of(ReportRuns.Failed), Of(ReportRuns.TwoSeconds), Broken], ReportFormat.Markdown),
        "Reporting/Formats/suite.md");

    [TestCaseSource(nameof(All))]
    public void Same_run_gives_the_same_bytes(ReportFormat format) =>
        Print(ReportRuns.Failed, format).Should().Be(Print(ReportRuns.Failed, format)).And.EndWith("\n").And.NotContain("\r");

    [TestCaseSource(nameof(All))]
    public void Run_that_cannot_be_read_has_a_report_that_says_so(ReportFormat format) => ReportFormats.Print(Broken, format).Should().Contain("broken-run");

    [TestCaseSource(nameof(All))]
    public void Every_name_leads_to_its_format(ReportFormat format) =>
        ReportFormats.Find(ReportFormats.Names[(int)format]).Should().Be(format).And.NotBeNull();

    [Test]
    public void Format_for_one_run_takes_no_suite() => FluentActions
        .Invoking(() => ReportFormats.PrintSuite([Of(ReportRuns.Passed)], ReportFormat.Postmortem)).Should().Throw<NotSupportedException>();

    private static RunReport Broken => RunReport.Unreadable("broken-run", "Run 'broken-run' ended before its plan was written.");

    private static RunReport Of(RunRecord record) => RunReport.Of(Judge.Assess(record));

    private static string Print(RunRecord record, ReportFormat format) => ReportFormats.Print(Of(record), format);
}
