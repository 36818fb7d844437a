using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Readiness;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Stages;

public sealed class ServerStarterTests
{
    [Test]
    public void Order_isFilledWithWhatTheRunKnows_andLeavesTheRestToTheEngine()
    {
        using var stage = new FakeStage();

        stage.Run(new PlanBuilder().Build());

        var order = stage.Engine.Latest("portal-1").Order;
        order.Environment["ISSUER"].Should().Be("http://provider.1.http");
        order.Environment["KEY"].Should().NotContain("{");
        order.Arguments.Should().Equal("--urls", "{listen.http}");
        order.Program.Should().BeOfType<ProgramSource.Placed>().Which.Placement.Version.Should().Be(PlanBuilder.New);
        order.Readiness.Should().Be(new ReadinessCheck.HttpOk("http", "/health") { Deadline = TimeSpan.FromSeconds(30) });
    }

    [Test]
    public void Order_ofAnImage_tellsAllThatItsServiceHas()
    {
        using var stage = new FakeStage();

        stage.Run(new PlanBuilder().WithService(DatabasePlans.Service(), 1, DatabasePlans.Old).Build());

        var order = stage.Engine.Latest("db-1").Order;
        order.LocalCommand.Should().Equal("postgres", "-p", "{listen.http.port}");
        order.Arguments.Should().Equal("-c", "config_file={files.settings}");
        order.Environment["PASSWORD"].Should().NotContain("{");
        order.Listeners.Should().Equal(new ListenerOrder("http", ListenerReach.Stage));
        order.Aliases.Should().Equal("db");
        order.Files.Should().Equal(new InstanceFile("settings", "files/postgresql.conf", "/etc/postgresql.conf"));
        order.Port.Should().Be(5432);
        order.Container!.User.Should().Be("999:999");
        order.Readiness.Should().Be(new ReadinessCheck.TcpAccepts("http") { Deadline = TimeSpan.FromSeconds(20) });
        stage.Engine.Placements.Single(placed => placed.Instance == "db-1").Platform.Should().BeNull();
        stage.Engine.Latest("portal-1").Order.LocalCommand.Should().BeEmpty();
    }

    [Test]
    public void Order_ofAServiceThatIsReadyByItsLog_waitsForTheLine()
    {
        using var stage = new FakeStage();
        var database = DatabasePlans.Service() with { Readiness = new LogReadinessPlan("ready to accept") { Deadline = TimeSpan.FromSeconds(5) } };

        stage.Run(new PlanBuilder().WithService(database, 1, DatabasePlans.Old).Build());

        stage.Engine.Latest("db-1").Order.Readiness.Should().Be(new ReadinessCheck.LogMatches("ready to accept") { Deadline = TimeSpan.FromSeconds(5) });
    }

    [Test]
    public void Order_isFilledWithTheAddressOfWhatItsServiceNeeds()
    {
        using var stage = new FakeStage();

        stage.Run(new PlanBuilder().WithPortal(Needing).WithService(DatabasePlans.Service(), 2, DatabasePlans.Old).Build());

        stage.Engine.Latest("portal-1").Order.Environment["DATABASE"].Should().Be("Host=db-1.1.http;Port=5432;{services.cache.host}");
    }

    [Test]
    public void Order_thatNeedsWhatDoesNotRun_hasNoEffect()
    {
        var plan = new PlanBuilder().WithPortal(Needing).WithService(DatabasePlans.Service(), 1, DatabasePlans.Old).Build();
        var stage = new Stage(plan);
        var orders = new ServerOrders(new OrderValues(stage, RunSecrets.Create(plan, ImmutableSortedDictionary<string, string>.Empty, DateTimeOffset.UnixEpoch), plan.System.Provider));
        var placed = new Placement
        {
            Instance = "portal-1",
            Version = PlanBuilder.Old,
            Digests = ImmutableSortedDictionary<string, string>.Empty,
            Handle = "",
        };

        var create = () => orders.Create(stage.Servers.First(server => server.Name == "portal-1"), placed, ImmutableDictionary<string, Uri>.Empty);

        create.Should().Throw<NoEffectException>().WithMessage(
            "Server 'portal-1' cannot be started: it needs service 'db', and none of that service's servers runs.");
    }

    private static ServicePlan Needing(ServicePlan portal) => portal with
    {
        Needs = ["db"],
        Launch = portal.Launch with
        {
            Environment = portal.Launch.Environment.Add("DATABASE", "Host={services.db.host};Port={services.db.port};{services.cache.host}"),
        },
    };

    [Test]
    public void Placement_isOrderedWithTheArtifactsOfItsVersion()
    {
        using var stage = new FakeStage();

        stage.Run(new PlanBuilder().Build());

        stage.Engine.Placements.Select(order => $"{order.Instance} {order.Platform!.Id} {order.Release.Id}").Should().Equal(
            "portal-1 portal/platform/1 portal/release/1.0",
            "portal-2 portal/platform/1 portal/release/1.0",
            "portal-1 portal/platform/1 portal/release/2.0",
            "portal-2 portal/platform/1 portal/release/2.0");
    }

    [Test]
    public void Secrets_areMadeAnewForEachRun()
    {
        Key().Should().NotBe(Key());

        static string Key()
        {
            using var stage = new FakeStage();
            stage.Run(new PlanBuilder().Build());
            return stage.Engine.Latest("portal-1").Order.Environment["KEY"];
        }
    }

    [Test]
    public void Secrets_areInNoEvent()
    {
        using var stage = new FakeStage();

        var folder = Directory.CreateTempSubdirectory("stage-run-");
        try
        {
            var run = new StagingHarness.History.Runs.RunFolder(folder.FullName);
            stage.Run(new PlanBuilder().Build(), run);

            var journal = File.ReadAllText(run.Journal);
            journal.Should().NotContain(stage.Engine.Latest("portal-1").Order.Environment["KEY"]);
            journal.Should().NotContain(stage.ProviderMember.Order!.Clients["portal-client"]);
            journal.Should().NotContain("token-1-of-portal-client");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
