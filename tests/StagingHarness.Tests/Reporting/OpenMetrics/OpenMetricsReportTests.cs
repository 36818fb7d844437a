using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.OpenMetrics;
using StagingHarness.Reporting.Runs;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.OpenMetrics;

public sealed class OpenMetricsReportTests
{
    [Test]
    public void What_was_dropped_is_told_beside_what_was_sent() =>
        Print(ReportRuns.Failed.Change<TrafficEnded>(ended => ended with { Scheduled = 2_123, Dropped = 3 }))
            .Should().Contain("stage_generator_scheduled_total{scenario=\"gate\",engine=\"process\"} 2123\n")
            .And.Contain("stage_generator_requests_total{scenario=\"gate\",engine=\"process\",became=\"answered\"} 2120\n")
            .And.Contain("stage_generator_requests_total{scenario=\"gate\",engine=\"process\",became=\"dropped\"} 3\n");

    [Test]
    public void What_is_not_known_of_the_generator_is_left_out()
    {
        var record = (ReportRuns.Failed with { Samples = [] }).Without(happened => happened is TrafficEnded).Change<TrafficStarted>(started => started with { SelfCheck = null });

        Print(record).Should().NotContain("stage_generator").And.Contain("stage_expectations").And.EndWith("# EOF\n");
        Print(ReportRuns.Failed).Should().Contain("# TYPE stage_generator_lateness_seconds summary").And.Contain("# TYPE stage_generator_self_check_seconds summary");
    }

    private static string Print(RunRecord record) => OpenMetricsReport.Print(RunReport.Of(Judge.Assess(record)));
}
