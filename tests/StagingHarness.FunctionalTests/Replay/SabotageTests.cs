using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Engines;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.TestKit.Files;
using StagingHarness.Verdicts;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>Green is earned: a replay whose cause, upgrade or traffic is taken away never passes.</summary>
public sealed class SabotageTests
{
    [Test]
    public async Task Incident_with_the_compatible_library_on_platform_1_is_not_reproduced()
    {
        using var copy = Checkout.CopyScenarios();
        copy.Replace(
            "scenarios/systems/client-portal/platforms/1/ClientPortal.Platform.1.csproj",
            "<IdentityModelVersion>7.7.3</IdentityModelVersion>",
            "<IdentityModelVersion>8.23.0</IdentityModelVersion>");

        var result = await Replays.RunAsync(copy.Path, Replays.Incident, EngineWish.Process, Replays.TwiceAsFast);

        result.ShouldExitWith(ExitCodes.Failed);
    }

    [Test]
    public async Task Incident_with_an_upgrade_that_does_nothing_does_not_pass()
    {
        using var copy = Checkout.CopyScenarios();
        copy.Replace(
            "scenarios/systems/client-portal/client-portal.system.yaml",
            "releases/2.0/ClientPortal.Release.2.0.csproj",
            "releases/1.0/ClientPortal.Release.1.0.csproj");

        var result = await Replays.RunAsync(copy.Path, Replays.Incident, EngineWish.Process, Replays.TwiceAsFast);

        result.ShouldExitWith(ExitCodes.Failed, ExitCodes.Inconclusive);
    }

    [Test]
    public async Task Incident_with_traffic_at_a_dead_port_does_not_pass()
    {
        var result = await Replays.RunAsync(
            Checkout.Root, Replays.Incident, EngineWish.Process, ports => ports with { Traffic = new TrafficAtDeadPort(ports.Traffic) }, Replays.TwiceAsFast);

        result.ShouldExitWith(ExitCodes.Inconclusive, ExitCodes.Environment);
        result.Record.Samples.Should().NotBeEmpty().And.OnlyContain(sample => sample.Status == 0);
    }

    /// <summary>Port 9 (discard) of the loopback, where nothing listens.</summary>
    private sealed class TrafficAtDeadPort(ITrafficMember inner) : ITrafficMember
    {
        public ImmutableArray<InstanceOrder> CreateOrders(RunIdentity run, int generators) => inner.CreateOrders(run, generators);

        public ITraffic Attach(ImmutableArray<IInstance> instances, RunIdentity run) => new Redirected(inner.Attach(instances, run));

        private sealed class Redirected(ITraffic inner) : ITraffic
        {
            public Task<ITrafficSession> StartAsync(TrafficOrder order, ISampleSink sink, CancellationToken cancellationToken) =>
                inner.StartAsync(order with { Target = new Uri("http://127.0.0.1:9") }, sink, cancellationToken);
        }
    }
}
