using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Reporting.Ctrf;
using StagingHarness.Reporting.Runs;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Ctrf;

public sealed class CtrfReportTests
{
    private static readonly string[] Statuses = ["passed", "failed", "skipped", "pending", "other"];

    private static readonly string[] Keys =
        ["name", "status", "duration", "start", "stop", "suite", "message", "trace", "line", "rawStatus", "tags", "type", "filePath"];

    [Test]
    public void Report_has_what_the_format_requires_and_nothing_that_it_does_not_know()
    {
        using var document = Print();
        var root = document.RootElement;
        root.GetProperty("reportFormat").GetString().Should().Be("CTRF");
        root.GetProperty("specVersion").GetString().Should().MatchRegex(@"^\d+\.\d+\.\d+$");
        var results = root.GetProperty("results");
        results.GetProperty("tool").GetProperty("name").GetString().Should().NotBeEmpty();
        foreach (var test in results.GetProperty("tests").EnumerateArray())
        {
            test.EnumerateObject().Select(key => key.Name).Should().BeSubsetOf(Keys).And.Contain("name", "status", "duration");
            test.GetProperty("status").GetString().Should().BeOneOf(Statuses);
            test.GetProperty("duration").GetInt64().Should().BeGreaterThanOrEqualTo(0);
        }
    }

    [Test]
    public void Summary_adds_up()
    {
        using var document = Print();
        var results = document.RootElement.GetProperty("results");
        var summary = results.GetProperty("summary");

        Statuses.Sum(status => summary.GetProperty(status).GetInt32()).Should().Be(summary.GetProperty("tests").GetInt32())
            .And.Be(results.GetProperty("tests").GetArrayLength());
        foreach (var status in Statuses)
        {
            results.GetProperty("tests").EnumerateArray().Count(test => test.GetProperty("status").GetString() == status)
                .Should().Be(summary.GetProperty(status).GetInt32(), status);
        }

        summary.GetProperty("stop").GetInt64().Should().BeGreaterThan(summary.GetProperty("start").GetInt64());
    }

    [Test]
    public void Nothing_is_failed_where_the_run_as_such_proves_nothing() =>
        CtrfReport.Print([RunReport.Of(Judge.Assess(ReportRuns.FailedAndUndermined))]).Should().Contain("\"rawStatus\": \"INCONCLUSIVE\"").And.NotContain("\"status\": \"failed\"");

    [Test]
    public void Run_whose_journal_was_cut_has_its_headline_and_says_so()
    {
        var verdict = Judge.Assess(ReportRuns.TwoSeconds);

        CtrfReport.Print([RunReport.Of(verdict)]).Should().Contain($"\"rawStatus\": \"{verdict.Headline} (aborted)\"");
    }

    private static JsonDocument Print() => JsonDocument.Parse(CtrfReport.Print(
    [
        .. new[] { ReportRuns.Passed, ReportRuns.Failed, ReportRuns.Inconclusive, ReportRuns.Aborted, ReportRuns.TwoSeconds }.Select(record => RunReport.Of(Judge.Assess(record))),
        RunReport.Unreadable("broken", "it cannot be read"),
    ]));
}
