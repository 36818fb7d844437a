using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

/// <summary>A page in every position; times count from the first request: staged at 5 s, activated at 10 s, watched until 20 s.</summary>
public sealed class PageTests
{
    private static readonly string[] OfRunbook = ["R1 completed", "R2 completed", "R3 completed", "R4 completed", "7 completed", "8 completed"];

    [Test]
    public void Page_beforeTheUpgradeBegins_skipsItAndRunsTheRunbook()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (_, due) => Between(due, 2, 3) ? 500 : 200;

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().Equal(
        [
            "1 completed", "2 completed", "3 completed",
            "4 skipped RunbookTookOver", "5 skipped RunbookTookOver", "6 skipped RunbookTookOver", .. OfRunbook,
        ]);
        (record.StartOf("R1") - record.Only<PageSent>().At).Should().BeLessThan(TimeSpan.FromMilliseconds(25), "nobody waits for 13:55 any more");
    }

    [Test]
    public void Page_whileTheNewVersionIsStaged_endsTheStepAndStopsWhatWasStaged()
    {
        using var stage = new FakeStage();
        stage.Engine.StartTakes = order => TimeSpan.FromSeconds(order is { Generation: 2, Name: "portal-1" or "portal-2" } ? 2 : 0.1);
        stage.Traffic.Status = (_, due) => Between(due, 5.5, 6) ? 500 : 200;

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().Equal(
        [
            "1 completed", "2 completed", "3 completed", "4 completed", "5 skipped RunbookTookOver", "6 skipped RunbookTookOver", .. OfRunbook,
        ]);
        record.LinesOf("R3").Should().Contain(["R3 InstanceStopped portal-1.2", "R3 InstanceStopped portal-2.2"]);
        record.LinesOf("R4").Should().Contain(["R4 InstanceStopped portal-1.1", "R4 InstanceStarted portal-1.3"]);
    }

    [Test]
    public void Page_inTheMiddleOfTheActivation_letsItEndAndSkipsTheWatch()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;
        var drained = false;
        stage.WhenStepRuns("5", () => drained = true, after: TimeSpan.FromSeconds(1));
        stage.Gateway.InFlight = address => drained || !address.Host.Contains(".1.", StringComparison.Ordinal) ? 0 : 3;

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().Equal(
        [
            "1 completed", "2 completed", "3 completed", "4 completed", "5 completed", "6 skipped RunbookTookOver", .. OfRunbook,
        ]);
        var page = record.Only<PageSent>().At;
        page.Should().BeLessThan(record.Completion("5").At);
        (record.Completion("R1").At - page).Should().BeCloseTo(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1));
    }

    [Test]
    public void Page_afterTheSteps_isAFactAndStartsNoRunbook()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (_, due) => due.TotalSeconds is (>= 19.5 and < 19.51) or > 20.3 ? 500 : 200;

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().EndWith(
        [
            "6 completed", "R1 skipped NoPage", "R2 skipped NoPage", "R3 skipped NoPage", "R4 skipped NoPage", "7 failed NoEffect", "8 completed",
        ]);
        record.All<PageSent>().Should().ContainSingle();
    }

    [Test]
    public void Page_whileTheRunbookIsBeingSkipped_startsNoHalfOfIt()
    {
        using var stage = new FakeStage();
        stage.AtOnceWhen<StepSkipped>(skipped => skipped.Step == "R1", () => stage.Traffic.Session!.AnswerNow(500, times: 20));

        var record = stage.Run(new PlanBuilder().Build());

        record.All<PageSent>().Should().ContainSingle();
        record.Steps().Should().EndWith(
        [
            "6 completed", "R1 skipped NoPage", "R2 skipped NoPage", "R3 skipped NoPage", "R4 skipped NoPage", "7 completed", "8 completed",
        ]);
    }

    [Test]
    public void Page_twice_isSentTwiceAndAnsweredOnce()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, due) => server.Release == "2.0" || due > TimeSpan.FromSeconds(21) ? 500 : 200;

        var record = stage.Run(new PlanBuilder().Build());

        record.All<PageSent>().Should().HaveCount(2);
        record.All<DetectionFired>().Should().HaveCount(2);
        record.All<PageAcknowledged>().Should().ContainSingle();
        record.Steps().Should().EndWith(["R4 completed", "7 failed NoEffect", "8 completed"]);
    }

    [Test]
    public void Page_thatNobodyAnswers_leavesTheStepsAsTheyWere()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (_, due) => Between(due, 11, 12) ? 500 : 200;

        var record = stage.Run(new PlanBuilder().WithRunbook().Build());

        record.All<PageSent>().Should().ContainSingle();
        record.Steps().Should().Equal(
            "1 completed", "2 completed", "3 completed", "4 completed", "5 completed", "6 completed", "7 completed", "8 completed");
        record.Completion("6").Receipt.Should().Be("the traffic was watched for as long as planned");
    }

    [Test]
    public void Page_duringAWatchOfTheRunbook_doesNotEndIt()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, due) => server.Release == "2.0" || Between(due, 21, 21.5) ? 500 : 200;
        var watch = new WatchStepPlan
        {
            Number = "R5",
            Sentence = "Watch the traffic",
            Start = new StepStart.AfterPrevious(),
            Takes = new(5),
            Deadline = TimeSpan.FromSeconds(10),
            Place = null,
        };

        var record = stage.Run(new PlanBuilder().WithRunbook([.. PlanBuilder.IncidentRunbook, watch]).Build());

        record.All<PageSent>().Should().HaveCount(2);
        record.Completion("R5").Took.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Test]
    public void Runbook_stepWithATimeOfItsOwn_waitsForIt()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;
        var decide = PlanBuilder.IncidentRunbook[1] with { Start = new StepStart.AtTime(new((14 * 60) + 8)) };

        var record = stage.Run(new PlanBuilder().WithStep(decide).Build());

        (record.StartOf("R2") - record.Only<TrafficStarted>().At).Should().Be(TimeSpan.FromSeconds(18));
    }

    [Test]
    public void Acknowledge_withoutAPage_hasNothingToAcknowledge()
    {
        using var stage = new FakeStage();
        var acknowledge = PlanBuilder.IncidentRunbook[0] with { Number = "6" };

        var record = stage.Run(new PlanBuilder().WithStep(acknowledge).Build());

        record.LinesOf("6").Should().Equal("6 StepStarted", "6 StepFailed NoEffect: No page went out, so there is nothing to acknowledge.");
    }

    private static bool Between(TimeSpan due, double from, double to) => due.TotalSeconds >= from && due.TotalSeconds < to;
}
