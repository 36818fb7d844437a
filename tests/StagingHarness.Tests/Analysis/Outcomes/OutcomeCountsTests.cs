using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Outcomes;

public sealed class OutcomeCountsTests
{
    [Test]
    public void Counts_tell_app_gateway_and_nobody_apart()
    {
        var counts = OutcomeCounts.Of(SampleSeries.Every(10, 0, 1_000, (due, _) => due switch
        {
            < 600 => SampleAnswer.App(500, 1),
            < 800 => SampleAnswer.Gateway(503),
            < 900 => SampleAnswer.Nobody(Failure.TimedOut),
            _ => SampleAnswer.App(200, 1),
        }));

        counts.ToString().Should().Be("app 500 x 60, gateway 503 x 20, nobody TimedOut x 10 and 1 other kind");
        counts.Right.Should().Be(10);
        counts.WrongBy(Answerer.App).Should().Be(60);
        counts.WrongBy(Answerer.Gateway).Should().Be(20);
        counts.WrongBy(Answerer.Nobody).Should().Be(10);
    }

    [Test]
    public void Wrong_answers_are_named_however_few_they_are()
    {
        var counts = OutcomeCounts.Of(SampleSeries.Every(1, 0, 1_000, (due, _) => due switch
        {
            < 500 => SampleAnswer.App(200, 1),
            < 800 => SampleAnswer.App(201, 1),
            < 900 => SampleAnswer.App(202, 1),
            < 998 => SampleAnswer.App(204, 1),
            _ => SampleAnswer.App(500, 1),
        }));

        counts.ToString().Should().Be("app 200 x 500, app 201 x 300, app 202 x 100, app 500 x 2 and 1 other kind");
    }

    [Test]
    public void Traffic_is_counted_per_instance_and_per_second()
    {
        var outcomes = RunAnalysis.Of(IncidentRun.Record(IncidentPlans.Replay())).Outcomes;

        outcomes.Total.Total.Should().Be(2_120);
        outcomes.Total.WrongBy(Answerer.App).Should().Be(805);
        outcomes.Total.WrongBy(Answerer.Gateway).Should().Be(199);
        outcomes.ByInstance.Keys.Should().Equal("portal-1", "portal-2", "portal-3", "portal-4");
        outcomes.ByInstance.Values.Sum(counts => counts.Total).Should().Be(2_120 - 199);
        outcomes.PerSecond.Should().HaveCount(22);
        outcomes.PerSecond[7].From.Should().Be(TimeSpan.FromSeconds(9));
        outcomes.PerSecond[7].Counts.Wrong.Should().Be(95);
    }
}
