using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Columns;
using StagingHarness.Analysis.Runs;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Columns;

public sealed class TrafficColumnsTests
{
    [Test]
    public void Columns_hold_every_request_once()
    {
        var analysis = RunAnalysis.Of(ReportRuns.Failed);
        var columns = TrafficColumns.Of(analysis, 1000);

        columns.Width.Should().Be(TimeSpan.FromSeconds(1));
        columns.All.Sum(column => column.Requests).Should().Be(analysis.SamplesByDue.Count);
        columns.All.Sum(column => column.Right).Should().Be((int)analysis.Outcomes.Total.Right);
        columns.All.Should().OnlyContain(column => column.Requests - column.Right == column.Wrong.Values.Sum());
    }

    [Test]
    public void There_are_never_more_than_may_be()
    {
        var columns = TrafficColumns.Of(RunAnalysis.Of(ReportRuns.Failed), 8);

        columns.All.Should().HaveCountLessThanOrEqualTo(8);
        columns.Width.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Test]
    public void Run_without_traffic_has_none() => TrafficColumns.Of(RunAnalysis.Of(ReportRuns.TwoSeconds), 1000).All.Should().BeEmpty();
}
