using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.History.Events;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

public sealed class FailureTests
{
    [Test]
    public void Baseline_withAWrongAnswer_changesNothing()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (_, due) => due.TotalSeconds is >= 0.2 and < 0.21 ? 503 : 200;

        var record = stage.Run(new PlanBuilder().Build());

        record.LinesOf("3").Should().Equal(
            "3 StepStarted",
            "3 StepFailed Baseline: On the unchanged stage 1 of 5 answers was wrong (first: app 503), so nothing was changed. Mend the stage or the traffic first; where requests timed out, the machine may have been too busy for their rate.");
        record.Steps().Should().Equal(
            "1 completed", "2 completed", "3 failed Baseline",
            "4 skipped EarlierFailure", "5 skipped EarlierFailure", "6 skipped EarlierFailure",
            "R1 skipped EarlierFailure", "R2 skipped EarlierFailure", "R3 skipped EarlierFailure", "R4 skipped EarlierFailure",
            "7 skipped EarlierFailure", "8 completed");
        record.All<VersionPlaced>().Should().OnlyContain(placed => placed.Version == PlanBuilder.Old);
        record.Ending().Ending.Should().Be(RunEnding.Completed);
    }

    [Test]
    public void Baseline_withAWrongAnswerBeforeItsStepBegan_isNotMet()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (_, due) => due == TimeSpan.Zero ? 500 : 200;
        var startTraffic = PlanBuilder.IncidentSteps[1] with { Takes = new(1) };

        stage.Run(new PlanBuilder().WithStep(startTraffic).Build()).Steps().Should().Contain("3 failed Baseline");
    }

    [Test]
    public void Baseline_withTooFewAnswers_isGivenUpWithTheLastObservation()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().WithRate(1).Build());

        record.LinesOf("3").Should().EndWith(
            "3 StepFailed Environment: Step 3 was given up after 15 s; the last observation was: 15 of 20 answers, 0 of them wrong.");
        record.Ending().Ending.Should().Be(RunEnding.EnvironmentFailed);
        record.Steps().Should().EndWith(["7 skipped EarlierFailure", "8 completed"]);
    }

    [Test]
    public void Server_thatDiesAtTheStartOfTheStage_isTroubleOfTheEnvironment()
    {
        using var stage = new FakeStage();
        stage.Engine.StartFailure = order => order.Name == "portal-2" ? Died(order) : null;

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().StartWith(["1 failed Environment", "2 skipped EarlierFailure"]).And.EndWith(["8 skipped EarlierFailure"]);
        record.Ending().Ending.Should().Be(RunEnding.EnvironmentFailed);
        record.Ending().Cause.Should().Contain("Instance 'portal-2' ended with exit code 134 before it was ready").And.Contain("no such file");
    }

    [Test]
    public void Stage_whoseProviderFails_namesTheProviderAndNotTheServersThatWaitForIt()
    {
        using var stage = new FakeStage();
        stage.Engine.StartFailure = order => order.Name == "provider" ? Died(order) : null;

        stage.Run(new PlanBuilder().Build()).Ending().Cause.Should().StartWith("Instance 'provider' ended");
    }

    [Test]
    public void Preparation_thatFails_endsTheRunBeforeTheFirstStep()
    {
        using var stage = new FakeStage();
        stage.Engine.PreparationFailure = new ArtifactBuildException("portal/release/2.0", "it does not compile.", ["error CS1002"]);

        var record = stage.Run(new PlanBuilder().Build());

        EventLine.Of(record.Events.Skip(1)).Should().ContainSingle().Which.Should().StartWith(
            "- RunEnded EnvironmentFailed: Artifact 'portal/release/2.0' could not be built: it does not compile.");
        stage.Engine.Disposals.Should().Be(1);
    }

    [Test]
    public void Preparation_thatTakesTooLong_isGivenUpWithTheLastObservation()
    {
        using var stage = new FakeStage();
        stage.Engine.PreparationTakes = TimeSpan.FromMinutes(20);

        var ending = stage.Run(new PlanBuilder().Build()).Ending();

        ending.Ending.Should().Be(RunEnding.EnvironmentFailed);
        ending.Cause.Should().Be(
            "The artifacts were not prepared within 15 min; the last observation was: 3 artifacts are being built. See why that takes so long, then run it again.");
    }

    [Test]
    public void Gateway_thatIsLost_failsTheStepInCourseAndEndsTheRun()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("6", () => stage.Engine.Latest("gateway").Die(139, "segmentation fault"), after: TimeSpan.FromSeconds(1));

        var record = stage.Run(new PlanBuilder().Build());

        const string Cause = "The gateway ended although nobody stopped it (exit code 139).";
        EventLine.Of(record.Events).Should().ContainInOrder("6 StepStarted", "- InstanceDied gateway.1", $"6 StepFailed Environment: {Cause}");
        record.Steps().Should().EndWith(["6 failed Environment", "R1 skipped EarlierFailure", "R2 skipped EarlierFailure",
            "R3 skipped EarlierFailure", "R4 skipped EarlierFailure", "7 skipped EarlierFailure", "8 skipped EarlierFailure"]);
        record.Ending().Should().BeEquivalentTo(new { Ending = RunEnding.EnvironmentFailed, Cause });
        record.Only<InstanceDied>().LastOutput.Should().Equal("segmentation fault");
    }

    [Test]
    public void Gateway_thatDoesNotObey_isTroubleOfTheEnvironment()
    {
        using var stage = new FakeStage();
        stage.Gateway.RouteFailure = targets => targets.Any(target => target.Stamp.Release == "2.0") ? new ControlException("gateway", "it answered 500.") : null;

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().Contain("5 failed Environment").And.EndWith("8 completed");
        record.Ending().Should().BeEquivalentTo(new { Ending = RunEnding.EnvironmentFailed, Cause = "The gateway did not obey: it answered 500." });
    }

    [Test]
    public void Provider_thatCannotBeRead_isTroubleOfTheEnvironmentAfterAllTrafficIsAccountedFor()
    {
        using var stage = new FakeStage();
        stage.Provider.ReadFailure = new ControlException("provider", "it did not answer.");

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().EndWith(["7 completed", "8 failed Environment"]);
        record.All<TrafficEnded>().Should().ContainSingle();
        record.All<ProviderRead>().Should().BeEmpty();
        record.Ending().Should().BeEquivalentTo(new { Ending = RunEnding.EnvironmentFailed, Cause = "The provider did not obey: it did not answer." });
    }

    [Test]
    public void System_withoutAProvider_isNotAskedForOne()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().WithoutProvider().Build());

        record.Steps().Should().EndWith("8 completed");
        record.All<ProviderRead>().Should().BeEmpty();
        stage.Provider.Tokens.Should().Be(0);
    }

    [Test]
    public void EndState_withAWrongAnswer_isNotMet()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (_, due) => due.TotalSeconds is (>= 19.5 and < 19.51) or (>= 20.5 and < 20.51) ? 500 : 200;

        stage.Run(new PlanBuilder().Build()).LinesOf("7").Should().EndWith(
            "7 StepFailed NoEffect: The scenario ended in a state in which 1 of 19 answers were wrong (first: app 500).");
    }

    [Test]
    public void EndState_withAWrongAnswerBeforeTheStepAndNoneInIt_isMet()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (_, due) => due.TotalSeconds is >= 19.5 and < 19.51 ? 500 : 200;

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().EndWith(["7 completed", "8 completed"]);
        record.Only<EndStateMeasured>().From.Should().Be(record.All<StepStarted>().Single(started => started.Step == "7").At, "it was measured afresh");
    }

    [Test]
    public void EndState_withAWrongAnswerInTheStepRightAfterAChange_isNotMet()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (_, due) => due.TotalSeconds is >= 10.6 and < 10.66 ? 500 : 200;
        var steps = PlanBuilder.IncidentSteps.RemoveAll(step => step.Number == "6");

        stage.Run(new PlanBuilder().WithSteps(steps).Build()).LinesOf("7")[^1].Should().StartWith("7 StepFailed NoEffect");
    }

    [Test]
    public void EndState_withAServerThatDied_isNotMet()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (_, _) => 200;
        stage.WhenStepRuns("6", () => stage.Engine.Latest("portal-2").Die(134, "out of memory"), after: TimeSpan.FromSeconds(9.9));

        var record = stage.Run(new PlanBuilder().WithRunbook().Build());

        EventLine.Of(record.Events).Should().Contain("- InstanceDied portal-2.2");
        record.LinesOf("7")[^1].Should().StartWith("7 StepFailed NoEffect: Instance 'portal-2' ended with exit code 134 after it was ready").And.Contain("out of memory");
        record.Ending().Ending.Should().Be(RunEnding.Completed);
    }

    [Test]
    public void Step_thatHangs_isGivenUpWithTheLastObservation()
    {
        using var stage = new FakeStage();
        stage.Engine.StartTakes = order => TimeSpan.FromSeconds(order is { Name: "portal-2", Generation: 2 } ? 1000 : 0.1);

        var record = stage.Run(new PlanBuilder().Build());

        record.LinesOf("4").Should().EndWith(
            "4 StepFailed Environment: Step 4 was given up after 60 s; the last observation was: 'portal-2' starts with release 2.0 on platform 1.");
        record.Steps().Should().EndWith("8 completed");
    }

    [Test]
    public void HealthWatch_thatBreaks_endsTheRunAtOnceAsADefect()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("6", () => stage.Probe.Failure = new NotSupportedException("no such thing"), after: TimeSpan.FromSeconds(1));

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().Contain("6 failed Internal").And.EndWith("8 skipped EarlierFailure");
        record.Ending().Ending.Should().Be(RunEnding.InternalError);
        record.Ending().Cause.Should().Contain("NotSupportedException: no such thing");
        record.Ending().At.Should().BeLessThan(record.StartOf("6") + TimeSpan.FromSeconds(2));
    }

    [Test]
    public void Step_withADefect_isMarkedAndEndsTheRun()
    {
        using var stage = new FakeStage();
        stage.Gateway.RouteFailure = targets => targets.Any(target => target.Stamp.Release == "2.0") ? new NotSupportedException("no such thing") : null;

        var record = stage.Run(new PlanBuilder().Build());

        record.LinesOf("5").Should().EndWith("5 StepFailed Internal: no such thing");
        record.Ending().Ending.Should().Be(RunEnding.InternalError);
    }

    private static InstanceDiedException Died(InstanceOrder order) =>
        new(order.Name, new InstanceExit(134, Killed: false, ["Unhandled exception: no such file"]));
}
