using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Faults;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Faults;

public sealed class InstanceFaultTests
{
    [Test]
    public void Kill_isProvedByExitAndRefusal_andHealedByTheSameVersion()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Kill("portal-2"), minutes: 4)));

        record.LinesOf("4").Should().Equal(
            "4 StepStarted",
            "4 FaultBegan kill",
            "4 InstanceStopped portal-2.1",
            "4 FaultProved kill: 'portal-2' ended with exit code 137, and a connection to it: connection refused",
            "4 InstanceStarted portal-2.2",
            "4 InstanceAttested portal-2.2 release 1.0 on platform 1",
            "4 RoutesChanged portal-1 1.0/1, portal-2 1.0/1",
            "4 FaultEnded kill Healed: 'portal-2' runs again and attests release 1.0 on platform 1",
            "4 StepCompleted 'portal-2' ended with exit code 137, and a connection to it: connection refused; "
            + "then 'portal-2' runs again and attests release 1.0 on platform 1");
        record.All<InstanceDied>().Should().BeEmpty("it was the harness that killed it");
        record.All<HealthObserved>().Should().Contain(seen => seen.Instance == "portal-2" && seen.Status == null, "the health watch goes on asking it");
        record.Steps().Should().Equal("1 completed", "2 completed", "3 completed", "4 completed", "C1 completed", "C2 completed");
    }

    [Test]
    public void Kill_keepsTheGatewayLeadingToTheDeadServer()
    {
        using var stage = new FakeStage();
        var targets = -1;
        stage.When<FaultProved>(_ => true, () => targets = stage.Gateway.Targets.Length);

        stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Kill("portal-2"), minutes: 4)));

        targets.Should().Be(2);
    }

    [Test]
    public void Kill_thatKillsNothing_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.Engine.OnStarted = instance => instance.KillsWithoutEffect = true;

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Kill("portal-2"), minutes: 4)));

        record.LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: It was waited 10 s for 'portal-2' to take no more connections; the last look saw that a connection to it: came about.");
        record.All<FaultProved>().Should().BeEmpty();
    }

    [Test]
    public void Kill_ofAServerThatHasEndedAlready_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.When<StepCompleted>(completed => completed.Step == "3", () => stage.Engine.Latest("portal-2").Die(1));

        var record = stage.Run(FaultPlans.Build(FaultPlans.Watch(1), FaultPlans.Fault(FaultPlans.Kill("portal-2"), minutes: 4)));

        record.LinesOf("5").Should().EndWith("5 StepFailed NoEffect: Nothing runs on 'portal-2' that the fault could hit.");
    }

    [Test]
    public void Server_thatDoesNotStartAgain_speaksAgainstTheSystem()
    {
        using var stage = new FakeStage();
        stage.Engine.StartFailure = order => order is { Name: "portal-2", Generation: 2 }
            ? new StagingHarness.Execution.Ports.Failures.InstanceDiedException("portal-2", new(3, Killed: false, ["lock file exists"]))
            : null;

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Kill("portal-2"), minutes: 1)));

        record.Steps().Should().Contain("4 failed StartUp");
    }

    [Test]
    public void Kill_whileAnotherVersionIsStaged_bringsBackWhatRan()
    {
        using var stage = new FakeStage();
        var staging = (StageVersionStepPlan)PlanBuilder.IncidentSteps[3] with { Start = new StepStart.AfterPrevious() };
        var activation = (ActivateStepPlan)PlanBuilder.IncidentSteps[4] with { Start = new StepStart.AfterPrevious() };
        var plan = FaultPlans.Build(staging, FaultPlans.Fault(FaultPlans.Kill("portal-1"), minutes: 1), activation);

        var record = stage.Run(plan);

        record.LinesOf("5").Should().Contain("5 InstanceAttested portal-1.3 release 1.0 on platform 1");
        record.Steps().Should().Contain("6 completed", "what was staged is still there to be activated");
        record.All<RoutesChanged>().Last().Targets.Should().OnlyContain(target => target.Release == "2.0");
    }

    [Test]
    public void Stop_letsTheServerEnd()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(new StopFaultPlan { Name = "stop", Instances = ["portal-1", "portal-2"] }, minutes: 1)));

        record.All<FaultProved>().Single().Proof.Should().Be(
            "'portal-1' ended with exit code 0, and a connection to it: connection refused; "
            + "'portal-2' ended with exit code 0, and a connection to it: connection refused");
        record.All<FaultEnded>().Single().Ending.Should().Be(FaultEnding.Healed);
    }

    [Test]
    public void Restart_endsByItself()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(new RestartFaultPlan { Name = "restart", Instances = ["portal-1"] })));

        record.LinesOf("4").Should().Contain("4 FaultEnded restart Healed: 'portal-1' runs again and attests release 1.0 on platform 1");
        stage.Engine.Latest("portal-1").Generation.Should().Be(2);
    }

    [Test]
    public void Pause_lastsUntilItIsHealed()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Pause("portal-2")), FaultPlans.Watch(3), FaultPlans.Heal("pause")));

        record.LinesOf("4").Should().Equal(
            "4 StepStarted",
            "4 FaultBegan pause",
            "4 FaultProved pause: 'portal-2' does not answer '/health' (no answer)",
            "4 StepCompleted 'portal-2' does not answer '/health' (no answer)");
        record.LinesOf("6").Should().Equal(
            "6 StepStarted",
            "6 FaultEnded pause Healed: 'portal-2' answers '/health' with 200",
            "6 StepCompleted 'portal-2' answers '/health' with 200");
        (record.All<FaultEnded>().Single().At - record.All<FaultProved>().Single().At).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
        record.Steps().Should().Contain("C1 completed");
    }

    [Test]
    public void Pause_thatFreezesNothing_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.Engine.OnStarted = instance => instance.PausesWithoutEffect = true;

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Pause("portal-2"), minutes: 2)));

        record.LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: It was waited 10 s for the effect on 'portal-2'; the last look saw that 'portal-2' answers '/health' with 200.");
    }

    [Test]
    public void Disconnect_isProvedByAConnectionThatDoesNotComeAbout()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(new DisconnectFaultPlan { Name = "cable", Instances = ["portal-1"] }, minutes: 1)));

        record.LinesOf("4").Should().Contain("4 FaultProved cable: 'portal-1' takes no connection (no route)")
            .And.Contain("4 FaultEnded cable Healed: 'portal-1' takes connections");
        stage.Engine.Latest("portal-1").IsDisconnected.Should().BeFalse();
    }
}
