using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

public sealed class HealthWatchTests
{
    [Test]
    public void Health_isReadOnEveryServerAtItsInterval()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().Build());

        var readings = record.All<HealthObserved>().Where(observed => observed.Instance == "portal-1").Select(observed => observed.At).ToList();
        readings.Should().HaveCountGreaterThan(80, "21 s hold 84 intervals of 250 ms");
        readings.Zip(readings.Skip(1), (first, second) => second - first).Should().OnlyContain(gap => gap == TimeSpan.FromMilliseconds(250));
        record.All<HealthObserved>().Select(observed => observed.Instance).Distinct().Should().BeEquivalentTo("portal-1", "portal-2");
    }

    [Test]
    public void Health_isTheOneOfTheVersionThatServes()
    {
        using var stage = new FakeStage();
        stage.Probe.Health = instance => instance.Runs == PlanBuilder.New ? 503 : 200;

        var record = stage.Run(new PlanBuilder().Build());

        var activated = record.Completion("5").At;
        record.All<HealthObserved>().Where(observed => observed.At < activated).Should().OnlyContain(observed => observed.Status == 200);
        record.All<HealthObserved>().Where(observed => observed.At > activated).Should().OnlyContain(observed => observed.Status == 503);
    }

    [Test]
    public void Health_ofAServerThatDied_hasNoStatus()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("6", () => stage.Engine.Latest("portal-2").Die(1), after: TimeSpan.FromSeconds(1));

        var record = stage.Run(new PlanBuilder().WithRunbook().Build());

        var died = record.Only<InstanceDied>().At;
        var after = record.All<HealthObserved>().Where(observed => observed.At > died + TimeSpan.FromMilliseconds(2)).ToLookup(observed => observed.Instance);
        after["portal-2"].Should().NotBeEmpty().And.OnlyContain(observed => observed.Status == null);
        after["portal-1"].Should().NotBeEmpty().And.OnlyContain(observed => observed.Status == 200);
    }

    [Test]
    public void Health_isNotReadWhileAServerIsOutOfTheGateway()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;
        stage.Engine.StartTakes = order => TimeSpan.FromSeconds(order.Generation == 3 ? 2 : 0.1);

        var record = stage.Run(new PlanBuilder().Build());

        var stopped = record.All<InstanceStopped>().Last(each => each.Step == "R4").At;
        var started = record.All<InstanceStarted>().First(each => each.Step == "R4").At;
        record.All<HealthObserved>().Should().NotContain(observed => observed.At > stopped && observed.At < started);
    }
}
