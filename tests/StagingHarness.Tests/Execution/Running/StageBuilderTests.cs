using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.History.Events;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

public sealed class StageBuilderTests
{
    [Test]
    public void Service_startsOnceAllServersOfWhatItNeedsAreReady()
    {
        using var stage = new FakeStage();
        stage.Engine.StartTakes = order => order.Name switch
        {
            "db-1" => TimeSpan.FromSeconds(3),
            "db-2" => TimeSpan.FromSeconds(5),
            "cache-1" => TimeSpan.FromSeconds(1),
            _ => TimeSpan.FromSeconds(0.1),
        };
        var plan = new PlanBuilder()
            .WithPortal(portal => portal with { Needs = ["db", "cache"] })
            .WithService(DatabasePlans.Service("cache", "db"), 1, DatabasePlans.Old)
            .WithService(DatabasePlans.Service(), 2, DatabasePlans.Old)
            .WithService(DatabasePlans.Service("queue"), 1, DatabasePlans.Old)
            .Build();

        var record = stage.Run(plan);

        var ready = record.All<InstanceStarted>().Where(started => started.Generation == 1)
            .ToDictionary(started => started.Instance, started => Math.Round(started.At.TotalSeconds, 1));
        stage.Provider.Preparations.Should().Be(1, "it answers its mappings before anybody calls");
        ready["queue-1"].Should().BeApproximately(ready["provider"] + 0.1, 0.01, "what waits for no other service waits for the provider alone");
        (ready["db-2"] - ready["queue-1"]).Should().BeApproximately(4.9, 0.11);
        (ready["cache-1"] - ready["db-2"]).Should().BeApproximately(1, 0.11);
        (ready["portal-1"] - ready["cache-1"]).Should().BeApproximately(0.1, 0.11);
        stage.Engine.Placements.Take(6).Should().OnlyContain(placed => placed.Version != PlanBuilder.New, "all versions are placed side by side");
        record.LinesOf("1").Should().EndWith(
            "1 StepCompleted 6 servers, the gateway, the provider and the generator are ready; every server attests its version");
        record.All<RoutesChanged>().First().Targets.Select(target => target.Instance).Should().Equal("portal-1", "portal-2");
    }

    [Test]
    public void Service_thatDoesNotGetReady_isTheReason_andWhatNeedsItNeverStarts()
    {
        using var stage = new FakeStage();
        stage.Engine.StartFailure = order => order.Name == "db-1"
            ? new InstanceNotReadyException(order.Name, TimeSpan.FromSeconds(20), "connection refused", [])
            : null;
        var plan = new PlanBuilder()
            .WithPortal(portal => portal with { Needs = ["db"] })
            .WithService(DatabasePlans.Service(), 1, DatabasePlans.Old)
            .Build();

        var record = stage.Run(plan);

        record.Ending().Cause.Should().StartWith("Instance 'db-1' was not ready within 20 s");
        stage.Engine.Instances.Should().NotContain(instance => instance.Name == "portal-1");
    }

    [Test]
    public void Run_beginsWithWhatTheEngineTellsOfItself()
    {
        using var stage = new FakeStage();
        stage.Engine.Identity = new EngineIdentity("docker", "it answers") { Version = "20.10.24, API 1.41", Notices = ["a container was swept"] };

        var start = stage.Run(new PlanBuilder().Build()).Start;

        start.EngineVersion.Should().Be("20.10.24, API 1.41");
        start.EngineNotices.Should().Equal("a container was swept");
    }
}
