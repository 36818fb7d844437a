using System.Net;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Execution.Dialing;

namespace StagingHarness.Tests.Execution.Dialing;

[TestFixture]
public sealed class RelayDialerTests
{
    private readonly RelayDialer dialer = new(new FakeTimeProvider());

    [TestCase("portal-1")]
    [TestCase("localhost")]
    [TestCase("10.0.0.1")]
    public async Task Name_before_there_is_a_relay_is_an_error_with_the_fix(string host)
    {
        var connect = () => dialer.ConnectAsync(host, 8080, CancellationToken.None);

        await connect.Should().ThrowAsync<RelayException>().WithMessage(
            $"The stage's relay is not in use yet. Start it before anything connects to '{host}:8080'.");
    }

    [Test]
    public async Task Check_before_there_is_a_relay_is_an_error_with_the_fix()
    {
        var check = () => dialer.CheckAsync(CancellationToken.None);

        await check.Should().ThrowAsync<RelayException>().WithMessage(
            "The stage's relay is not in use yet. Start it before it is checked.");
    }

    [Test]
    public void Token_stands_in_no_text() =>
        $"{new RelayAccess(new IPEndPoint(IPAddress.Loopback, 1), "s3cret")}".Should().Be("relay at 127.0.0.1:1");
}
