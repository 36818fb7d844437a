using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports;
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
