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

    [TestCase(new[] { 1, 1, 1 }, "1 2 3 1 2 3")]
    [TestCase(new[] { 5, 1, 1 }, "1 1 2 1 3 1 1 1 1 2 1 3 1 1")]
    [TestCase(new[] { 1, 1, 2, 2, 2, 2 }, "3 4 5 6 1 2 3 4 5 6")]
    public void Targets_are_taken_in_turn_as_often_as_their_weights_say(int[] weights, string sequence)
    {
        var own = new RoutingTable(HttpTransformer.Default);
        own.Replace([.. weights.Select((weight, index) => Target(index + 1) with { Weight = weight })]);

        var turns = Enumerable.Range(0, sequence.Split(' ').Length).Select(_ => Take(own));

        string.Join(' ', turns).Should().Be(sequence);
    }

    [Test]
    public void Share_of_a_tenth_is_exact_in_every_stretch_of_ten()
    {
        var own = new RoutingTable(HttpTransformer.Default);
        own.Replace([Target(1) with { Weight = 1 }, Target(2) with { Weight = 1 }, Target(3) with { Weight = 4 }, Target(4) with { Weight = 4 }]);

        var turns = Enumerable.Range(0, 1000).Select(_ => Take(own)).ToList();

        turns.Chunk(10).Should().OnlyContain(ten => ten.Count(turn => turn == 1) == 1 && ten.Count(turn => turn == 2) == 1);
        turns.Count(turn => turn == 3).Should().Be(400);
    }

    [Test]
    public void Change_of_targets_forgets_what_was_owed()
    {
        var own = new RoutingTable(HttpTransformer.Default);
        own.Replace([Target(1) with { Weight = 3 }, Target(2)]);
        Take(own).Should().Be(1);

        own.Replace([Target(1), Target(2)]);

        (Take(own), Take(own)).Should().Be((1, 2));
    }

    private static int Take(RoutingTable table)
    {
        table.TryTake(out var target).Should().BeTrue();
        table.GiveBack(target!);
        return target!.Server.Address.Port - 5000;
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
