using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Link;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Faults;

/// <summary>Whatever way a run ends, nothing stays broken.</summary>
public sealed class UndoTests
{
    [Test]
    public void Interruption_letsEveryFaultGo_theLastOneFirst()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("6", stage.Interrupt, TimeSpan.FromSeconds(1));

        var record = stage.Run(FaultPlans.Build(
            FaultPlans.Fault(FaultPlans.Pause("portal-2")), FaultPlans.Fault(FaultPlans.Latency(FaultPlans.ToPortal)), FaultPlans.Watch(30)));

        record.Ending().Ending.Should().Be(RunEnding.Aborted);
        record.All<FaultEnded>().Select(ended => $"{ended.Fault} {ended.Ending}").Should().Equal("slow Undone", "pause Undone");
        stage.Engine.Latest("portal-2").IsPaused.Should().BeFalse();
        stage.LinkMember.Links["link-gateway-portal"].Disturbance.Should().Be(LinkDisturbance.None);
    }

    [Test]
    public void Interruption_whileAFaultIsBeingProved_letsItGo()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("4", stage.Interrupt, TimeSpan.FromMilliseconds(200));

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Pause("portal-1"), minutes: 5)));

        record.All<FaultProved>().Should().BeEmpty();
        record.All<FaultEnded>().Single().Ending.Should().Be(FaultEnding.Undone);
        stage.Engine.Latest("portal-1").IsPaused.Should().BeFalse();
    }

    [Test]
    public void Failure_ofALaterStep_letsItGo()
    {
        using var stage = new FakeStage();
        stage.Engine.StartFailure = order => order is { Name: "portal-1", Generation: 2 }
            ? new InstanceDiedException("portal-1", new(1, Killed: false, []))
            : null;

        var record = stage.Run(FaultPlans.Build(
            FaultPlans.Fault(FaultPlans.Pause("portal-2")), FaultPlans.Fault(FaultPlans.Kill("portal-1"), minutes: 1)));

        record.Steps().Should().Contain("5 failed StartUp").And.Contain("C1 skipped EarlierFailure");
        record.All<FaultEnded>().Select(ended => $"{ended.Fault} {ended.Ending}").Should().Equal("kill Undone", "pause Undone");
        stage.Engine.Latest("portal-2").IsPaused.Should().BeFalse();
    }

    [Test]
    public void Loss_ofTheGateway_letsItGo()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("5", () => stage.Engine.Latest("gateway").Die(1), TimeSpan.FromSeconds(1));

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Pause("portal-2")), FaultPlans.Watch(30)));

        record.Ending().Ending.Should().Be(RunEnding.EnvironmentFailed);
        record.All<FaultEnded>().Single().Ending.Should().Be(FaultEnding.Undone);
    }

    [Test]
    public void Link_thatDoesNotLetGo_isToldOfAndHidesNoOtherFault()
    {
        using var stage = new FakeStage();
        stage.LinkMember.OnAttached = link => link.Failure = disturbance =>
            disturbance == LinkDisturbance.None ? new ControlException("link-gateway-portal", "no answer came.") : null;
        stage.WhenStepRuns("6", stage.Interrupt, TimeSpan.FromSeconds(1));

        var record = stage.Run(FaultPlans.Build(
            FaultPlans.Fault(FaultPlans.Pause("portal-2")), FaultPlans.Fault(FaultPlans.Latency(FaultPlans.ToPortal)), FaultPlans.Watch(30)));

        record.Ending().Ending.Should().Be(RunEnding.Aborted);
        record.Ending().LeftBehind.Should().ContainSingle().Which.Should().Contain("The link-gateway-portal did not obey: no answer came.");
        record.All<FaultEnded>().Select(ended => ended.Fault).Should().Equal("pause");
    }

    [Test]
    public void Heal_ofAllThatIsOpen_beginsWithTheLastOne()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(
            FaultPlans.Fault(FaultPlans.Pause("portal-2")), FaultPlans.Fault(FaultPlans.Kill("portal-1")), FaultPlans.Watch(1), FaultPlans.Heal(null)));

        record.LinesOf("7").Should().EndWith(
            "7 StepCompleted 'kill': 'portal-1' runs again and attests release 1.0 on platform 1; 'pause': 'portal-2' answers '/health' with 200");
    }

    [Test]
    public void Heal_ofWhatNeverBegan_saysSo()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(FaultPlans.Heal("slow"), FaultPlans.Heal(null)));

        record.LinesOf("4").Should().EndWith("4 StepCompleted fault 'slow' never began, so there is nothing to heal");
        record.LinesOf("5").Should().EndWith("5 StepCompleted no fault was open");
    }

    [Test]
    public void Server_thatAnotherStepStartedMeanwhile_isLeftAlone()
    {
        using var stage = new FakeStage();
        var restart = (RestartStepPlan)PlanBuilder.IncidentRunbook[3];

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Kill("portal-2")), restart, FaultPlans.Heal("kill")));

        record.LinesOf("6").Should().EndWith("6 StepCompleted 'portal-2' was changed by another step meanwhile");
        stage.Engine.Latest("portal-2").Generation.Should().Be(2);
    }
}
