using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Gateway;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.FunctionalTests.Traffic;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.FunctionalTests.Gateway;

/// <summary>Generator and gateway, with what they may speak beside plain HTTP/1.1.</summary>
[TestFixture]
[CancelAfter(60_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SpokenProtocolTests
{
    private static readonly RunIdentity Run = new() { RunId = "spoken-protocol-tests", ControlToken = "token-of-the-spoken-protocol-tests" };

    private readonly GeneratorRun traffic = new();
    private GatewayTls tls = null!;
    private ImmutableArray<byte> stranger;

    [SetUp]
    public void Issue()
    {
        using var authority = new StageAuthority(TimeProvider.System.GetUtcNow());
        using var another = new StageAuthority(TimeProvider.System.GetUtcNow());
        tls = authority.IssueForGateway(GatewayOrder.Host);
        stranger = another.IssueForGateway(GatewayOrder.Host).Root;
    }

    [TestCase(ClientHttp.Http11, true, "HTTP/1.1 over TLS")]
    [TestCase(ClientHttp.Http2, false, "HTTP/2")]
    public async Task Answers_are_stamped_with_what_was_spoken(ClientHttp http, bool secured, string spoken, CancellationToken cancellationToken)
    {
        var totals = await SendAsync(Plan(http), secured, tls.Root, cancellationToken);

        totals.Unanswered.Should().Be(0);
        totals.Spoken.Should().Equal(ImmutableSortedDictionary<string, long>.Empty.Add(spoken, totals.Answered));
    }

    [Test]
    public async Task Http2_opens_as_many_connections_as_are_asked_for_and_no_more(CancellationToken cancellationToken)
    {
        var totals = await SendAsync(Plan(ClientHttp.Http2), secured: true, tls.Root, cancellationToken);

        (totals.Unanswered, totals.Connections).Should().Be((0, 3));
        totals.Spoken.Should().Equal(ImmutableSortedDictionary<string, long>.Empty.Add("HTTP/2 over TLS", totals.Answered));
    }

    [Test]
    public async Task Http2_opens_a_connection_for_each_request_where_that_is_asked_for(CancellationToken cancellationToken)
    {
        var totals = await SendAsync(Plan(ClientHttp.Http2) with { RequestsPerConnection = 1 }, secured: true, tls.Root, cancellationToken);

        (totals.Unanswered, totals.Connections).Should().Be((0, totals.Answered));
    }

    [TestCase(ClientHttp.Http11)]
    [TestCase(ClientHttp.Http2)]
    public async Task Gateway_of_another_ca_is_not_trusted_and_nobody_tries_again(ClientHttp http, CancellationToken cancellationToken)
    {
        var totals = await SendAsync(Plan(http), secured: true, stranger, cancellationToken);

        traffic.Samples.Should().OnlyContain(sample => sample.Failure == Failure.HandshakeFailed && sample.Answerer == Answerer.Nobody);
        (totals.Answered, totals.Spoken).Should().Be((0, null));
        totals.Connections.Should().Be(totals.Unanswered, "each request has tried once");
    }

    private static TrafficPlan Plan(ClientHttp http) => GeneratorRun.Plan(new RequestPlan(0, "GET", AppServer.Ok)) with
    {
        Http = http,
        Connections = 3,
        RequestsAtATime = http == ClientHttp.Http2 ? 100 : null,
    };

    private async Task<TrafficTotals> SendAsync(TrafficPlan plan, bool secured, ImmutableArray<byte> root, CancellationToken cancellationToken)
    {
        using var http = ControlHttp.Create(new DirectDialer());
        var member = new GatewayMember(http, TimeProvider.System);
        var order = new GatewayOrder(plan.Http, secured ? tls : null);
        await using var instance = await LocalInstance.StartAsync(member.CreateOrder(order, Run), cancellationToken);
        await using var server = await AppServer.StartAsync("one");
        var gateway = member.Attach(instance, Run);
        await gateway.RouteAsync([new GatewayTarget(new ServerStamp("one", "2.0", "1"), server.Address)], cancellationToken);
        gateway.Address.Scheme.Should().Be(secured ? Uri.UriSchemeHttps : Uri.UriSchemeHttp);
        return await traffic.SendAsync(gateway.Address, plan, 40, secured ? [root] : [], cancellationToken);
    }
}
