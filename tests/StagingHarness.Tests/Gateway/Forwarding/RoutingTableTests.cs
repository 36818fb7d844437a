using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Gateway.Forwarding;
using StagingHarness.Protocols.Gateway;
using Yarp.ReverseProxy.Forwarder;

namespace StagingHarness.Tests.Gateway.Forwarding;

[TestFixture]
public sealed class RoutingTableTests
{
    private readonly RoutingTable table = new(HttpTransformer.Default);

    [Test]
    public void Address_that_stays_a_target_keeps_its_counts_over_a_change()
    {
        table.Replace([Target(1)]);
        table.TryTake(out var taken).Should().BeTrue();

        table.Replace([Target(2), Target(1)]);

        var load = Read(1);
        (load.Routed, load.InFlight, load.Forwarded).Should().Be((true, 1, 1));
        table.GiveBack(taken!);
        Read(1).InFlight.Should().Be(0);
    }

    [Test]
    public void Address_that_is_no_target_any_more_is_still_read()
    {
        var own = new RoutingTable(HttpTransformer.Default);
        own.Replace([Target(1)]);
        own.TryTake(out _).Should().BeTrue();
        own.Replace([]);

        own.TryTake(out _).Should().BeFalse();

        var status = own.Read(ImmutableSortedDictionary<string, long>.Empty);
        status.Servers.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Routed = false, InFlight = 1 });
        (status.Revision, status.Forwarded, status.WithoutTarget).Should().Be((2, 1, 1));
    }

    private static RouteTarget Target(int number) => new()
    {
        Instance = $"portal-{number}",
        Release = "2.0",
        Platform = "1",
        Address = new Uri($"http://127.0.0.1:{5000 + number}"),
    };

    private ServerLoad Read(int number) => table.Read(ImmutableSortedDictionary<string, long>.Empty).Servers
        .Single(server => server.Address.Port == 5000 + number);
}
