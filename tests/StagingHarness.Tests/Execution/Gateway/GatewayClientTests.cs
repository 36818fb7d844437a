using System.Net;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Gateway;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Samples;
using StagingHarness.Tests.Execution.Control;

namespace StagingHarness.Tests.Execution.Gateway;

[TestFixture]
public sealed class GatewayClientTests
{
    private const string Status = """
        {"revision":1,"servers":[{"address":"http://127.0.0.1:5001","routed":true,"inFlight":3,"forwarded":7}],
         "forwarded":7,"withoutTarget":0,"failures":{}}
        """;

    private static readonly GatewayTarget One = new(new ServerStamp("portal-1", "2.0", "1"), new Uri("http://127.0.0.1:5001"));

    [Test]
    public async Task Change_that_the_gateway_confirms_is_done()
    {
        using var handler = FakeHttpHandler.Answering(HttpStatusCode.OK, Status);

        await Client(handler).RouteAsync([One], CancellationToken.None);

        handler.LastBody.Should().Be(
            """{"targets":[{"instance":"portal-1","release":"2.0","platform":"1","address":"http://127.0.0.1:5001","weight":1}]}""");
    }

    [Test]
    public async Task Change_that_the_gateway_does_not_confirm_is_an_error()
    {
        using var handler = FakeHttpHandler.Answering(HttpStatusCode.OK, Status);

        var route = () => Client(handler).RouteAsync([], CancellationToken.None);

        await route.Should().ThrowAsync<ControlException>().WithMessage(
            "The gateway did not obey: it was told to route to no address, and routes to 'http://127.0.0.1:5001/'. "
            + "Let nothing but this run control it.");
    }

    [TestCase("http://127.0.0.1:5001", 3)]
    [TestCase("http://127.0.0.1:5002", 0)]
    public async Task Requests_in_flight_are_those_of_the_address(string address, int count)
    {
        using var handler = FakeHttpHandler.Answering(HttpStatusCode.OK, Status);

        (await Client(handler).CountInFlightAsync(new Uri(address), CancellationToken.None)).Should().Be(count);
    }

    private static GatewayClient Client(FakeHttpHandler handler) => new(
        new ControlChannel(new HttpClient(handler), new FakeTimeProvider(), "gateway"),
        new Uri("http://127.0.0.1:1"),
        [],
        new Uri("http://127.0.0.1:2"),
        "token");
}
