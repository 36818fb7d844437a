using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Upgrades;

/// <summary>A service beside the one that the gateway leads to.</summary>
public sealed class UnroutedServiceTests
{
    [Test]
    public void Upgrade_replacesTheOldVersionWhenItIsActivated()
    {
        using var stage = new FakeStage();

        var record = stage.Run(UpgradeOf(instances: 1));

        record.LinesOf("4").Should().Equal(
            "4 StepStarted",
            "4 VersionPlaced db-1 release 16",
            "4 StepCompleted 1 server holds release 16; it starts in place of the old one when it is activated");
        record.LinesOf("5").Should().Equal(
            "5 StepStarted",
            "5 InstanceStopped db-1.1",
            "5 InstanceStarted db-1.2",
            "5 InstanceAttested db-1.2 release 16",
            "5 StepCompleted 1 server runs release 16 in place of the old one, as attested");
        record.LinesOf("7").Should().EndWith(
            "7 StepCompleted every server attests release 16 (db), release 1.0 on platform 1 (portal), and 20 of 20 answers were right");
    }

    [Test]
    public void Gateway_isNeitherLedToItNorAskedForItsRequests()
    {
        using var stage = new FakeStage();
        stage.Gateway.InFlight = address => address.Host.StartsWith("db", StringComparison.Ordinal) ? 1 : 0;

        var record = stage.Run(UpgradeOf(instances: 2));

        record.All<RoutesChanged>().Should().ContainSingle().Which.Targets.Select(target => target.Instance).Should().Equal("portal-1", "portal-2");
        record.Completion("5").Took.Should().BeLessThan(TimeSpan.FromSeconds(1));
    }

    [Test]
    public void Activation_ofWhatWasNotStaged_hasNoEffect()
    {
        using var stage = new FakeStage();
        var plan = Plan(1, [DatabasePlans.Upgrade("db", DatabasePlans.New)[1]], DatabasePlans.New);

        stage.Run(plan).LinesOf("5").Should().Equal(
            "5 StepStarted", "5 StepFailed NoEffect: Server 'db-1' has not release 16 staged, so nothing can be activated.");
    }

    [Test]
    public void Activation_thatDoesNotStart_isAFailureOfStartUp()
    {
        using var stage = new FakeStage();
        stage.Engine.StartFailure = order => order is { Name: "db-1", Generation: 2 }
            ? new InstanceDiedException(order.Name, new InstanceExit(1, Killed: false, ["the data is of another version"]))
            : null;

        var record = stage.Run(UpgradeOf(instances: 1));

        record.Steps().Should().Contain("5 failed StartUp").And.EndWith("8 completed");
        record.Only<StepFailed>().Reason.Should().Contain("the data is of another version");
    }

    [Test]
    public void RollBack_andRestart_bringThePreviousVersionBack()
    {
        using var stage = new FakeStage();
        var plan = Plan(1, [.. DatabasePlans.Upgrade("db", DatabasePlans.New), RollBack(), Restart("6b")], DatabasePlans.Old);

        var record = stage.Run(plan);

        record.LinesOf("6a").Should().Equal(
            "6a StepStarted", "6a VersionPlaced db-1 release 15", "6a StepCompleted 1 server holds release 15 again; it serves after the restart");
        record.LinesOf("6b").Should().Equal(
            "6b StepStarted",
            "6b InstanceStopped db-1.2",
            "6b InstanceStarted db-1.3",
            "6b InstanceAttested db-1.3 release 15",
            "6b DetectionRearmed all servers of 'db' run again",
            "6b StepCompleted 1 server was restarted, and attests release 15");
        record.Steps().Should().EndWith(["7 completed", "8 completed"]);
    }

    [Test]
    public void Restart_takesNoTrafficAwayAndKeepsToItsTime()
    {
        using var stage = new FakeStage();

        var record = stage.Run(Plan(1, [Restart("4") with { Takes = new(3) }], DatabasePlans.Old));

        record.Completion("4").Took.Should().Be(TimeSpan.FromSeconds(3));
        record.All<RoutesChanged>().Should().ContainSingle();
        record.Samples.Should().OnlyContain(sample => sample.Status == 200);
    }

    [Test]
    public void Health_isWatchedWhereAServiceHasOne()
    {
        using var stage = new FakeStage();

        var record = stage.Run(UpgradeOf(instances: 1));

        record.All<HealthObserved>().Select(observed => observed.Instance).Distinct().Should().BeEquivalentTo("portal-1", "portal-2");
    }

    private static ScenarioPlan UpgradeOf(int instances) => Plan(instances, [.. DatabasePlans.Upgrade("db", DatabasePlans.New, instances)], DatabasePlans.New);

    private static ScenarioPlan Plan(int instances, StepPlan[] steps, ServerVersion end)
    {
        var plan = new PlanBuilder()
            .WithService(DatabasePlans.Service(), instances, DatabasePlans.Old, end)
            .WithSteps([.. PlanBuilder.IncidentSteps[..3], .. steps])
            .WithRunbook()
            .Build();
        var versions = plan.EndState.WithoutPage.SetItem("portal-1", PlanBuilder.Old).SetItem("portal-2", PlanBuilder.Old);
        return plan with { EndState = new EndStatePlan { WithoutPage = versions, AfterRunbook = versions } };
    }

    private static RollBackStepPlan RollBack() =>
        ((RollBackStepPlan)PlanBuilder.IncidentRunbook[2]) with { Number = "6a", Service = "db", Servers = ["db-1"], Version = DatabasePlans.Old, Takes = default };

    private static RestartStepPlan Restart(string number) =>
        ((RestartStepPlan)PlanBuilder.IncidentRunbook[3]) with { Number = number, Service = "db", Servers = ["db-1"], Version = DatabasePlans.Old, Takes = default };
}
