using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Control;
using StagingHarness.TestKit.Time;

namespace StagingHarness.Tests.Protocols.Control;

[TestFixture]
public sealed class ListenAddressFinderTests
{
    private static readonly ListenUrl Url = new("gateway.control", 8081);

    private VirtualLoop loop = null!;

    [SetUp]
    public void Begin() => loop = new VirtualLoop();

    [Test]
    public void Address_is_bound_as_it_is_and_nobody_is_asked()
    {
        Find(new ListenUrl("0.0.0.0", 8080), _ => throw new SocketException((int)SocketError.HostNotFound), [])
            .Should().Be(new ListenAddress(IPAddress.Any, 8080));
    }

    [Test]
    public void Name_becomes_the_one_address_of_this_host()
    {
        Find(Url, _ => ["10.0.0.2"], ["127.0.0.1", "10.0.0.2"]).Should().Be(new ListenAddress(IPAddress.Parse("10.0.0.2"), 8081));
    }

    [Test]
    public void Name_that_is_listed_twice_with_one_address_is_one()
    {
        Find(Url, _ => ["10.0.0.2", "10.0.0.2"], ["10.0.0.2"]).ToString().Should().Be("http://10.0.0.2:8081");
    }

    [Test]
    public void Name_of_a_network_that_comes_a_moment_later_is_found_then()
    {
        Find(Url, now => now < TimeSpan.FromSeconds(9) ? throw new SocketException((int)SocketError.TryAgain) : ["10.0.0.2"], ["10.0.0.2"])
            .ToString().Should().Be("http://10.0.0.2:8081");
        loop.Time.Now.Should().BeCloseTo(TimeSpan.FromSeconds(9), TimeSpan.FromMilliseconds(100));
    }

    [Test]
    public void Name_that_stays_unknown_is_an_error_after_ten_seconds()
    {
        var unknown = new SocketException((int)SocketError.HostNotFound);

        Failure(_ => throw unknown).Should().Be(
            $"Failed to bind to address http://gateway.control:8081: after 10 s its name still is not resolved ({unknown.Message}). "
            + "Give a name of exactly one IPv4 address that this host has.");
        loop.Time.Now.Should().Be(TimeSpan.FromSeconds(10));
    }

    [Test]
    public void Name_of_several_addresses_is_an_error_although_one_is_ours() => Failure(_ => ["10.0.0.2", "10.0.0.3"]).Should()
        .Contain("its name still leads to 2 addresses (10.0.0.2, 10.0.0.3). Give");

    [Test]
    public void Name_of_another_host_is_an_error() => Failure(_ => ["10.0.0.3"]).Should()
        .Contain("its name still leads to 10.0.0.3, which this host does not have. Give");

    [Test]
    public void Name_that_nobody_answers_for_is_an_error()
    {
        var finder = new ListenAddressFinder(
            async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, loop.Time, cancellationToken);
                return [];
            },
            () => [],
            loop.Time);

        var find = () => Run(finder, Url);

        find.Should().Throw<ListenNameException>().WithMessage("*its name still is not resolved. Give*");
    }

    private string Failure(Func<TimeSpan, string[]> resolve)
    {
        var find = () => Find(Url, resolve, ["10.0.0.2"]);
        return find.Should().Throw<ListenNameException>().Which.Message;
    }

    private ListenAddress Find(ListenUrl url, Func<TimeSpan, string[]> resolve, string[] own) => Run(
        new ListenAddressFinder(
            (name, _) =>
            {
                name.Should().Be("gateway.control");
                return Task.FromResult(resolve(loop.Time.Now).Select(IPAddress.Parse).ToArray());
            },
            () => [.. own.Select(IPAddress.Parse)],
            loop.Time),
        url);

    private ListenAddress Run(ListenAddressFinder finder, ListenUrl url)
    {
        ListenAddress? found = null;
        loop.Run(
            async () => found = await finder.FindAsync(url, CancellationToken.None), TimeSpan.FromMinutes(1), () => "nothing");
        return found!;
    }
}
