using System.Collections.Immutable;
using System.Net;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Gateway;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Probes;
using StagingHarness.Execution.Provider;
using StagingHarness.FunctionalTests.Gateway;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.FunctionalTests.Dialing;

/// <summary>Relay, gateway and stand-in as they stand in containers, but on loopback: called by name, and by way of the relay only.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class NamedStageTests
{
    private static readonly RunIdentity Run = new() { RunId = "named-stage-tests", ControlToken = RelayProcess.Token };

    private static readonly ProviderOrder Order = new()
    {
        Audience = "portal",
        TokenLifetime = TimeSpan.FromMinutes(10),
        Clients = ImmutableSortedDictionary<string, string>.Empty.Add("portal-client", "secret"),
    };

    private LocalInstance relay = null!;
    private RelayDialer dialer = null!;
    private HttpClient http = null!;

    [SetUp]
    public async Task Start()
    {
        relay = await RelayProcess.StartAsync(CancellationToken.None);
        dialer = RelayProcess.Dial(relay);
        http = ControlHttp.Create(dialer);
    }

    [TearDown]
    public async Task Stop()
    {
        http.Dispose();
        await relay.DisposeAsync();
    }

    [Test]
    public async Task Stand_in_gives_tokens_of_its_issuer_at_its_issuer(CancellationToken cancellationToken)
    {
        var member = new ProviderMember(http, dialer, new StageTrust(), TimeProvider.System);
        await using var instance = await LocalInstance.StartNamedAsync(member.CreateOrder(Order, Run), cancellationToken);
        var provider = member.Attach(instance, Order, Run);

        var token = await provider.ObtainTokenAsync("portal-client", cancellationToken);
        var discovery = await http.GetStringAsync(new Uri(provider.Issuer, "/.well-known/openid-configuration"), cancellationToken);

        token.Value.Should().NotBeEmpty();
        provider.Issuer.Should().Be($"http://localhost:{instance.AddressOf("http").Port}");
        discovery.Should().Contain($"\"issuer\":\"{provider.Issuer.OriginalString}\"");
        (await provider.ReadAsync(cancellationToken)).Calls.Should().Contain("token", 1).And.Contain("discovery", 1);
    }

    [Test]
    public async Task Gateway_is_controlled_and_asked_by_way_of_the_relay_and_of_nothing_else(CancellationToken cancellationToken)
    {
        await using var server = await AppServer.StartAsync("one");
        using var probe = new HttpProbe(dialer, TimeProvider.System);
        var member = new GatewayMember(http, TimeProvider.System);
        await using var instance = await LocalInstance.StartNamedAsync(member.CreateOrder(GatewayOrder.Plain, Run), cancellationToken);
        var gateway = member.Attach(instance, Run);

        await gateway.RouteAsync([new GatewayTarget(new ServerStamp("one", "2.0", "1"), server.Address)], cancellationToken);
        using var answer = await http.GetAsync(new Uri(gateway.Address, AppServer.Ok), cancellationToken);
        var health = await probe.GetAsync(
            new Uri(gateway.Address, AppServer.Ok), TimeSpan.FromSeconds(10), cancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(cancellationToken)).Should().Be("one");
        (health.Status, health.Body).Should().Be((200, "one"));

        await relay.KillAsync(cancellationToken);
        using var alone = ControlHttp.Create(dialer);
        var route = () => new GatewayMember(alone, TimeProvider.System).Attach(instance, Run).RouteAsync([], cancellationToken);
        (await route.Should().ThrowAsync<ControlException>()).Which.Message.Should().StartWith(
            $"The gateway did not obey: 'PUT /targets' got no answer: The stage's relay at '{RelayProcess.EndPointOf(relay)}' does not answer:");
    }
}
