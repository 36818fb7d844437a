using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Link;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Faults;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Faults;

public sealed class LinkFaultTests
{
    private const string Link = "link-gateway-portal";

    [Test]
    public void Link_standsOnlyWhereAFaultNeedsIt()
    {
        using var stage = new FakeStage();

        stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Pause("portal-1"), minutes: 1)));

        stage.LinkMember.Links.Should().BeEmpty();
        stage.Gateway.Targets.Select(target => target.Address.Host).Should().Equal("portal-1.1.http", "portal-2.1.http");
    }

    [Test]
    public void Gateway_isLedToTheLink_andTheLinkToTheServers()
    {
        using var stage = new FakeStage();

        stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Latency(FaultPlans.ToPortal), minutes: 1)));

        stage.Gateway.Targets.Select(target => target.Address.Host).Should().OnlyContain(host => host == Link);
        stage.Gateway.Targets.Select(target => target.Address.Port).Should().OnlyHaveUniqueItems("each server has a way of its own");
        stage.LinkMember.Links[Link].Targets.Select(target => target.Host).Should().BeEquivalentTo("portal-1.1.http", "portal-2.1.http");
    }

    [Test]
    public void Service_isToldTheLinkInPlaceOfWhatItNeeds()
    {
        using var stage = new FakeStage();
        var plan = FaultPlans.Build(FaultPlans.Fault(FaultPlans.Latency(new MemberPair("portal", "db")), minutes: 1));
        var withDatabase = new PlanBuilder().WithSteps(plan.Steps).WithRunbook().WithService(DatabasePlans.Service(), 1, DatabasePlans.Old)
            .WithPortal(portal => portal with
            {
                Needs = ["db"],
                Launch = portal.Launch with { Environment = portal.Launch.Environment.Add("DATABASE", "{services.db.host}:{services.db.port}") },
            })
            .Build();

        stage.Run(withDatabase with { EndState = new EndStatePlan { WithoutPage = Old(withDatabase), AfterRunbook = Old(withDatabase) } });

        stage.Engine.Latest("portal-1").Order.Environment["DATABASE"].Should().Be("link-portal-db:9000");
        stage.LinkMember.Links["link-portal-db"].Targets.Should().ContainSingle().Which.Port.Should().Be(5432);
    }

    [Test]
    public void Latency_isProvedByWhatTheLinkHeldBack()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Latency(FaultPlans.ToPortal), minutes: 3)));

        record.LinesOf("4").Should().Equal(
            "4 StepStarted",
            "4 FaultBegan slow",
            "4 FaultProved slow: the link held back 3 pieces of answers, 1,200 bytes",
            "4 FaultEnded slow Healed: in all the link held back 3 pieces of answers, 1,200 bytes",
            "4 StepCompleted the link held back 3 pieces of answers, 1,200 bytes; then in all the link held back 3 pieces of answers, 1,200 bytes");
        stage.LinkMember.Links[Link].Disturbances.Should().Equal(
            new LinkDisturbance { Delay = TimeSpan.FromMilliseconds(300), Jitter = TimeSpan.FromMilliseconds(50), Seed = 5 }, LinkDisturbance.None);
    }

    [Test]
    public void Latency_ofALinkThatNothingPasses_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.LinkMember.OnAttached = link => link.Counts = static (_, before) => before;

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Latency(FaultPlans.ToPortal), minutes: 3)));

        record.LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: It was waited 10 s for the effect on what passes from gateway to portal; "
            + "the last look saw that the link held back 0 pieces of answers, 0 bytes.");
    }

    [Test]
    public void Faults_ofOneLink_standBesideEachOther()
    {
        using var stage = new FakeStage();
        var narrow = new BandwidthFaultPlan { Name = "narrow", Between = FaultPlans.ToPortal, BytesPerSecond = 1024 };

        var record = stage.Run(FaultPlans.Build(
            FaultPlans.Fault(FaultPlans.Latency(FaultPlans.ToPortal)), FaultPlans.Fault(narrow, minutes: 1), FaultPlans.Heal("slow")));

        var slow = new LinkDisturbance { Delay = TimeSpan.FromMilliseconds(300), Jitter = TimeSpan.FromMilliseconds(50), Seed = 5 };
        stage.LinkMember.Links[Link].Disturbances.Should().Equal(slow, slow with { BytesPerSecond = 1024 }, slow, LinkDisturbance.None);
        record.LinesOf("5").Should().Contain("5 FaultProved narrow: the link let 4,096 bytes wait");
    }

    [Test]
    public void Reset_isProvedByWhatTheLinkCut()
    {
        using var stage = new FakeStage();
        var reset = new ResetFaultPlan { Name = "reset", Between = FaultPlans.ToPortal, AfterBytes = 512 };

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(reset, minutes: 1)));

        record.LinesOf("4").Should().Contain("4 FaultProved reset: the link reset 2 connections");
        stage.LinkMember.Links[Link].Disturbances[0].Should().Be(new LinkDisturbance { ResetAfter = 512 });
    }

    [Test]
    public void Refusal_isProvedByAConnectionThatIsRefused()
    {
        using var stage = new FakeStage();
        stage.Probe.Refuses = address => address.Host == Link && stage.LinkMember.Links[Link].Disturbance.Refuses;
        var refuse = new RefuseFaultPlan { Name = "refuse", Between = FaultPlans.ToPortal };

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(refuse, minutes: 1)));

        record.LinesOf("4").Should().Contain("4 FaultProved refuse: a connection by the link: connection refused");
    }

    [Test]
    public void Refusal_thatRefusesNobody_hasNoEffect()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(new RefuseFaultPlan { Name = "refuse", Between = FaultPlans.ToPortal }, minutes: 1)));

        record.Steps().Should().Contain("4 failed NoEffect");
        record.All<FaultProved>().Should().BeEmpty();
    }

    [Test]
    public void Link_thatEnds_takesTheStageWithIt()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("5", () => stage.Engine.Latest(Link).Die(1), TimeSpan.FromSeconds(1));

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Latency(FaultPlans.ToPortal)), FaultPlans.Watch(20)));

        record.Ending().Ending.Should().Be(RunEnding.EnvironmentFailed);
        record.Ending().Cause.Should().Contain("The link-gateway-portal ended although nobody stopped it");
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, ServerVersion> Old(ScenarioPlan plan) =>
        System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
            plan.Stage.SelectMany(service => service.InstanceNames().Select(server => KeyValuePair.Create(server, service.Version))));
}
