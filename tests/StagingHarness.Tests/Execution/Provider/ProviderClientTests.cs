using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Provider;
using StagingHarness.Tests.Execution.Control;

namespace StagingHarness.Tests.Execution.Provider;

[TestFixture]
public sealed class ProviderClientTests
{
    [Test]
    public async Task Client_that_is_not_known_is_an_error_with_the_known_ones()
    {
        using var handler = FakeHttpHandler.Answering(HttpStatusCode.OK, "{}");

        var obtain = () => Client(handler).ObtainTokenAsync("nobody", CancellationToken.None);

        await obtain.Should().ThrowAsync<ControlException>().WithMessage(
            "The provider stand-in did not obey: it knows no client 'nobody'. Use one of: portal-client.");
    }

    [TestCase("""{"access_token":"t","token_type":"DPoP","expires_in":60}""", "'DPoP' and lasts 60 s")]
    [TestCase("""{"access_token":"t","token_type":"Bearer","expires_in":0}""", "'Bearer' and lasts 0 s")]
    public async Task Token_that_cannot_be_used_is_an_error(string body, string said)
    {
        using var handler = FakeHttpHandler.Answering(HttpStatusCode.OK, body);

        var obtain = () => Client(handler).ObtainTokenAsync("portal-client", CancellationToken.None);

        await obtain.Should().ThrowAsync<ControlException>().WithMessage(
            $"The provider stand-in did not obey: its token for client 'portal-client' has type {said}; a usable one is 'Bearer' and lasts.");
    }

    [Test]
    public async Task Token_is_handed_on_and_never_shown()
    {
        using var handler = FakeHttpHandler.Answering(
            HttpStatusCode.OK, """{"access_token":"s3cret","token_type":"bearer","expires_in":60}""");

        var token = await Client(handler).ObtainTokenAsync("portal-client", CancellationToken.None);

        (token.Value, token.ExpiresIn).Should().Be(("s3cret", TimeSpan.FromSeconds(60)));
        $"{token}".Should().NotContain("s3cret");
        handler.LastAddress.Should().Be("http://provider:8080/token");
        handler.LastBody.Should().Be("grant_type=client_credentials&client_id=portal-client&client_secret=pass");
    }

    [Test]
    public void Clients_are_told_how_they_reach_the_issuer()
    {
        using var handler = FakeHttpHandler.Answering(HttpStatusCode.OK, "{}");

        var provider = Client(handler);

        provider.Issuer.Should().Be("http://provider:8080");
        provider.Routes.Should().Equal(new ClientRoute("provider", 8080, new IPEndPoint(IPAddress.Loopback, 3)));
    }

    [Test]
    public void Order_gives_secrets_by_environment_only()
    {
        using var http = ControlHttp.Create(new DirectDialer());
        var order = new ProviderMember(http, new DirectDialer(), new StageTrust(), new FakeTimeProvider()).CreateOrder(
            new ProviderOrder
            {
                Audience = "portal",
                TokenLifetime = TimeSpan.FromMinutes(5),
                Clients = ImmutableSortedDictionary<string, string>.Empty.Add("c 1", "s3cret{x}"),
            },
            new RunIdentity { RunId = "run", ControlToken = "c0ntrol" });

        string.Join(' ', order.Arguments).Should().Be("--listen {listen.http} --control {listen.control} --issuer {stage.http}");
        order.Environment.Should().Equal(new Dictionary<string, string>
        {
            ["STAGE_CONTROL_TOKEN"] = "c0ntrol",
            ["STANDIN_AUDIENCE"] = "portal",
            ["STANDIN_CLIENTS"] = "c%201=s3cret%7Bx%7D",
            ["STANDIN_TOKEN_LIFETIME_SECONDS"] = "300",
        });
    }

    [Test]
    public void Order_gives_private_keys_by_environment_only_and_others_call_it_by_tls()
    {
        using var http = ControlHttp.Create(new DirectDialer());
        using var authority = new StageAuthority(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var tls = authority.IssueFor("provider");

        var order = new ProviderMember(http, new DirectDialer(), new StageTrust(), new FakeTimeProvider()).CreateOrder(
            new ProviderOrder
            {
                Audience = "portal",
                TokenLifetime = TimeSpan.FromMinutes(5),
                Clients = ImmutableSortedDictionary<string, string>.Empty,
                Tls = tls,
            },
            new RunIdentity { RunId = "run", ControlToken = "c0ntrol" });

        order.Environment["STANDIN_CERTIFICATES"].Should().ContainAll(tls.Certificates.Select(certificate => JsonEncodedText.Encode(certificate.PrivateKey).ToString()));
        order.Listeners.Select(listener => (listener.Name, listener.Scheme)).Should().Equal(("http", "https"), ("control", "http"));
    }

    private static ProviderClient Client(FakeHttpHandler handler) => new(
        new ControlChannel(new HttpClient(handler), new FakeTimeProvider(), "provider stand-in"),
        new ProviderAddresses
        {
            Issuer = new Uri("http://provider:8080"),
            Routes = [new ClientRoute("provider", 8080, new IPEndPoint(IPAddress.Loopback, 3))],
            Control = new Uri("http://127.0.0.1:2"),
        },
        new ProviderOrder
        {
            Audience = "portal",
            TokenLifetime = TimeSpan.FromMinutes(5),
            Clients = ImmutableSortedDictionary<string, string>.Empty.Add("portal-client", "pass"),
        },
        new Handshake(new DirectDialer(), new FakeTimeProvider()),
        "token");
}
