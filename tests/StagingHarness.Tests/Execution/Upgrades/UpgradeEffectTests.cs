using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Failures;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Supervision;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Upgrades;

public sealed class UpgradeEffectTests
{
    private static readonly string[] NothingAfterStaging =
    [
        "5 skipped EarlierFailure", "6 skipped EarlierFailure", "R1 skipped EarlierFailure", "R2 skipped EarlierFailure",
        "R3 skipped EarlierFailure", "R4 skipped EarlierFailure", "7 skipped EarlierFailure", "8 completed",
    ];

    [Test]
    public void Engine_thatStartsTheOldVersion_hasNoEffectAndNothingFollows()
    {
        using var stage = new FakeStage();
        stage.Engine.Runs = (_, _) => PlanBuilder.Old;

        var record = stage.Run(new PlanBuilder().Build());

        record.LinesOf("4").Should().Contain("4 InstanceAttested portal-1.2 release 1.0 on platform 1").And.EndWith(
            "4 StepFailed NoEffect: Instance 'portal-1' attests release 1.0 on platform 1, and release 2.0 on platform 1 was wanted.");
        record.Steps().Should().EndWith(["4 failed NoEffect", .. NothingAfterStaging]);
        record.All<RoutesChanged>().Should().ContainSingle("the old version goes on serving");
    }

    [Test]
    public void Engine_thatPlacesTheOldVersion_hasNoEffectAndNothingFollows()
    {
        using var stage = new FakeStage();
        stage.Engine.Places = _ => PlanBuilder.Old;

        var record = stage.Run(new PlanBuilder().Build());

        record.LinesOf("4").Should().Contain("4 VersionPlaced portal-1 release 1.0 on platform 1").And.EndWith(
            "4 StepFailed NoEffect: On 'portal-1' lies release 1.0 on platform 1, and release 2.0 on platform 1 was to be placed.");
        record.Steps().Should().EndWith(["4 failed NoEffect", .. NothingAfterStaging]);
    }

    [Test]
    public void OneServer_thatRunsAnotherVersion_isEnoughToHaveNoEffect()
    {
        using var stage = new FakeStage();
        stage.Engine.Runs = (order, placed) => order is { Name: "portal-2", Generation: 2 } ? PlanBuilder.Old : placed;

        stage.Run(new PlanBuilder().Build()).Steps().Should().EndWith(["4 failed NoEffect", .. NothingAfterStaging]);
    }

    [Test]
    public void Stage_thatBeginsInAnotherVersion_isNotBuilt()
    {
        using var stage = new FakeStage();
        stage.Engine.Runs = (_, _) => PlanBuilder.New;

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().StartWith("1 failed NoEffect").And.EndWith("8 skipped EarlierFailure");
        record.All<TrafficStarted>().Should().BeEmpty();
    }

    [Test]
    public void RollBack_thatPlacesTheNewVersionAgain_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;
        stage.WhenStepRuns("R1", () => stage.Engine.Places = _ => PlanBuilder.New);

        stage.Run(new PlanBuilder().Build()).Steps().Should().EndWith(
            ["R3 failed NoEffect", "R4 skipped EarlierFailure", "7 skipped EarlierFailure", "8 completed"]);
    }

    [Test]
    public void Restart_thatBringsTheNewVersionAgain_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;
        stage.Engine.Runs = (order, placed) => order.Generation == 3 ? PlanBuilder.New : placed;

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().EndWith(["R4 failed NoEffect", "7 skipped EarlierFailure", "8 completed"]);
        record.All<RoutesChanged>().Last().Targets.Should().BeEmpty("no traffic returns to what was not rolled back");
    }

    [Test]
    public void Restart_ofAnotherVersionThanLiesThere_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;
        var plan = new PlanBuilder().WithRunbook([PlanBuilder.IncidentRunbook[0], PlanBuilder.IncidentRunbook[3]]).Build();

        stage.Run(plan).LinesOf("R4").Should().EndWith(
            "R4 StepFailed NoEffect: On 'portal-1' lies release 2.0 on platform 1, and release 1.0 on platform 1 was to be started.");
    }

    [Test]
    public void Activation_ofWhatWasNotStaged_hasNoEffect()
    {
        using var stage = new FakeStage();
        var plan = new PlanBuilder().WithSteps([.. PlanBuilder.IncidentSteps.Where(step => step is not StageVersionStepPlan)]).Build();

        var record = stage.Run(plan);

        record.LinesOf("5").Should().Equal(
            "5 StepStarted",
            "5 StepFailed NoEffect: Server 'portal-1' has not release 2.0 on platform 1 staged, so nothing can be activated.");
    }

    [Test]
    public void Attestation_thatIsRefused_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.Probe.Attestation = instance => instance.Generation == 2 ? 404 : 200;

        stage.Run(new PlanBuilder().Build()).LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: Instance 'portal-1' attests nothing: '/version' answered 404.");
    }

    [Test]
    public void NewVersion_thatDoesNotStart_isAFailureOfStartUp()
    {
        using var stage = new FakeStage();
        stage.Engine.StartFailure = order => order.Generation == 2
            ? new InstanceDiedException(order.Name, new InstanceExit(134, Killed: false, ["Could not load file or assembly"])) { Log = "logs/last-words.log" }
            : null;

        var record = stage.Run(new PlanBuilder().Build());

        record.LinesOf("4").Should().Contain("4 InstanceFailedToStart portal-1.2 release 2.0 on platform 1");
        record.Events.OfType<InstanceFailedToStart>().Select(failed => failed.Log).Should().NotBeEmpty().And.AllBe("logs/last-words.log");

        record.Steps().Should().EndWith(["4 failed StartUp", .. NothingAfterStaging]);
        record.Only<StepFailed>().Reason.Should().Contain("Could not load file or assembly");
        record.Ending().Ending.Should().Be(RunEnding.Completed, "the system under test is to blame, and the environment held");
    }

    [Test]
    public void NewVersion_thatDoesNotGetReady_hasNotStarted()
    {
        using var stage = new FakeStage();
        stage.Engine.StartFailure = order => order.Generation == 2
            ? new InstanceNotReadyException(order.Name, TimeSpan.FromSeconds(30), "HTTP 503", [])
            : null;

        stage.Run(new PlanBuilder().Build()).Steps().Should().Contain("4 failed NotStarted");
    }

    [Test]
    public void NewVersion_whoseProgramCannotBeStarted_hasNotStarted()
    {
        Exception[] failures =
        [
            new ContainerStartException("portal-1", "portal:2.0", "exec: \"portal\": executable file not found."),
            new ProcessStartException("/opt/portal", "no such file."),
            new PlacedProgramException("portal-1", "release", "/tmp/portal", 0),
        ];
        foreach (var failure in failures)
        {
            using var stage = new FakeStage();
            stage.Engine.StartFailure = order => order.Generation == 2 ? failure : null;

            var record = stage.Run(new PlanBuilder().Build());

            record.Steps().Should().Contain("4 failed NotStarted");
            record.Ending().Ending.Should().Be(RunEnding.Completed);
        }
    }

    [Test]
    public void Engine_thatFailsWhileTheNewVersionStarts_isTroubleOfTheEnvironment()
    {
        using var stage = new FakeStage();
        stage.Engine.StartFailure = order => order.Generation == 2 ? new ControlException("engine", "it did not answer.") : null;

        stage.Run(new PlanBuilder().Build()).Ending().Ending.Should().Be(RunEnding.EnvironmentFailed);
    }

    [Test]
    public void NewVersion_thatDiesRightAfterItWasReady_isAFailureOfStartUp()
    {
        using var stage = new FakeStage();
        stage.Engine.OnStarted = instance =>
        {
            if (instance is { Name: "portal-2", Generation: 2 })
            {
                instance.Die(139, "stack overflow");
            }
        };

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().Contain("4 failed StartUp");
        record.Only<StepFailed>().Reason.Should().Be(
            "Instance 'portal-2' ended with exit code 139 after it was ready, before it attested what it runs. Its last output:"
            + Environment.NewLine + "    stack overflow");
        record.Only<InstanceDied>().Generation.Should().Be(2);
    }

    [Test]
    public void NewVersion_thatDiesBeforeItIsActivated_takesNoTraffic()
    {
        using var stage = new FakeStage();
        stage.When<StepCompleted>(completed => completed.Step == "4", () => stage.Engine.Latest("portal-2").Die(1));

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().Contain("5 failed StartUp");
        record.All<RoutesChanged>().Should().ContainSingle();
        record.Samples.Should().OnlyContain(sample => sample.Status == 200, "the old version goes on serving");
    }

    [Test]
    public void NewVersion_thatCrashesUnderTraffic_isRolledBackByTheRunbook()
    {
        using var stage = new FakeStage();
        stage.When<RoutesChanged>(changed => changed.Step == "5", () =>
        {
            stage.Engine.Latest("portal-1").Die(139);
            stage.Engine.Latest("portal-2").Die(139);
        });

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().NotContain(step => step.Contains("failed", StringComparison.Ordinal)).And.Contain("R4 completed").And.Contain("7 completed");
        record.All<InstanceDied>().Should().HaveCount(2);
        record.All<PageSent>().Should().ContainSingle();
    }

    [Test]
    public void FirstFailureInTime_isTheReason()
    {
        using var stage = new FakeStage();
        stage.Engine.StartTakes = order => TimeSpan.FromSeconds(order is { Name: "portal-1", Generation: 2 } ? 5 : 0.1);
        stage.Engine.StartFailure = order => order.Generation == 2
            ? new InstanceDiedException(order.Name, new InstanceExit(1, Killed: false, []))
            : null;

        stage.Run(new PlanBuilder().Build()).Only<StepFailed>().Reason.Should().StartWith("Instance 'portal-2' ended");
    }

    [Test]
    public void OldVersion_isStoppedOnlyWhenItsRequestsAreDone()
    {
        using var stage = new FakeStage();
        var inFlight = 3;
        stage.Gateway.InFlight = address => address.Host == "portal-1.1.http" ? inFlight : 0;
        stage.WhenStepRuns("5", () => inFlight = 0, after: TimeSpan.FromSeconds(2));

        var record = stage.Run(new PlanBuilder().Build());

        var stopped = record.All<InstanceStopped>().ToDictionary(each => each.Instance, each => each.At - record.StartOf("5"));
        stopped["portal-1"].Should().BeCloseTo(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(20));
        stopped["portal-2"].Should().BeLessThan(TimeSpan.FromSeconds(1));
    }

    [Test]
    public void OldVersion_whoseRequestsAreNeverDone_isStoppedAfterTheGrace()
    {
        using var stage = new FakeStage();
        stage.Gateway.InFlight = address => address.Host == "portal-1.1.http" ? 1 : 0;

        var record = stage.Run(new PlanBuilder().Build());

        record.Completion("5").Took.Should().BeCloseTo(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(20));
    }

    [Test]
    public void Restart_ofAServerThatDied_startsItAgain()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;
        stage.WhenStepRuns("R2", () => stage.Engine.Latest("portal-1").Die(137));

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().EndWith(["R4 completed", "7 completed", "8 completed"]);
        record.Only<InstanceDied>().Generation.Should().Be(2);
    }
}
