using System.Collections.Immutable;
using System.Net;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Provider;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.Protocols.Provider;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.FunctionalTests.Provider;

/// <summary>A provider that is called by TLS: what it shows, what the harness sees of it, and whom the harness trusts.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class SecuredProviderTests
{
    private const string Client = "portal-client";

    private static readonly RunIdentity Run = new() { RunId = "secured-provider-tests", ControlToken = "token-of-the-secured-provider-tests" };

    private ProviderOrder order = null!;
    private LocalInstance instance = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        using var authority = new StageAuthority(TimeProvider.System.GetUtcNow());
        order = new ProviderOrder
        {
            Audience = "client-portal",
            TokenLifetime = TimeSpan.FromMinutes(10),
            Clients = ImmutableSortedDictionary<string, string>.Empty.Add(Client, "s3cret"),
            Tls = authority.IssueFor(ProviderOrder.Host),
        };
        using var http = ControlHttp.Create(new DirectDialer());
        instance = await LocalInstance.StartAsync(Member(http, new StageTrust()).CreateOrder(order, Run), CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task Stop() => await instance.DisposeAsync();

    [Test]
    public async Task Each_certificate_is_shown_to_the_next_connection_and_tokens_are_had_under_those_that_are_right(CancellationToken cancellationToken)
    {
        foreach (var kind in Enum.GetValues<ServedCertificate>().Append(ServedCertificate.Valid))
        {
            // A client of its own: one that has a connection already would go on with it.
            var trust = new StageTrust();
            using var http = ControlHttp.Create(new DirectDialer(), trust);
            var provider = Member(http, trust).Attach(instance, order, Run);

            await provider.ChangeAsync(new ProviderChangeOrder { Settings = new FacetSettings { Certificate = kind } }, cancellationToken);
            var seen = await provider.ShakeHandsAsync(cancellationToken);
            var obtain = () => provider.ObtainTokenAsync(Client, cancellationToken);

            (seen!.Certificate, seen.Version, seen.OldestVersion).Should().Be((kind, TlsVersion.Tls13, TlsVersion.Tls12));
            if (kind is ServedCertificate.Valid or ServedCertificate.Renewed or ServedCertificate.OtherCa)
            {
                (await obtain()).ExpiresIn.Should().Be(TimeSpan.FromMinutes(10));
            }
            else
            {
                (await obtain.Should().ThrowAsync<ControlException>()).Which.Message.Should().Contain("certificate is invalid").And.NotContain("s3cret");
            }
        }
    }

    [Test]
    public async Task Floor_is_seen_and_undone_with_the_rest(CancellationToken cancellationToken)
    {
        var trust = new StageTrust();
        using var http = ControlHttp.Create(new DirectDialer(), trust);
        var provider = Member(http, trust).Attach(instance, order, Run);

        await provider.ChangeAsync(new ProviderChangeOrder { Settings = new FacetSettings { TlsMinimum = TlsVersion.Tls13 } }, cancellationToken);
        (await provider.ShakeHandsAsync(cancellationToken))!.OldestVersion.Should().Be(TlsVersion.Tls13);

        await provider.ChangeAsync(new ProviderChangeOrder { Restore = true }, cancellationToken);
        (await provider.ShakeHandsAsync(cancellationToken))!.OldestVersion.Should().Be(TlsVersion.Tls12);
    }

    [Test]
    public async Task HTTP_2_alone_is_spoken_by_connections_that_come_then(CancellationToken cancellationToken)
    {
        var trust = new StageTrust();
        using var http = ControlHttp.Create(new DirectDialer(), trust);
        var provider = Member(http, trust).Attach(instance, order, Run);
        (await provider.ShakeHandsAsync(cancellationToken))!.OldestHttp.Should().Be(ClientHttp.Http11);
        using var standing = ControlHttp.Create(new DirectDialer(), trust);
        (await DiscoverAsync(standing, provider, HttpVersion.Version11, cancellationToken)).Should().Be(HttpVersion.Version11);

        await provider.ChangeAsync(new ProviderChangeOrder { Settings = new FacetSettings { HttpMinimum = ClientHttp.Http2 } }, cancellationToken);
        (await provider.ShakeHandsAsync(cancellationToken))!.OldestHttp.Should().Be(ClientHttp.Http2);
        var before = await provider.ReadAsync(cancellationToken);
        using var fresh = ControlHttp.Create(new DirectDialer(), trust);
        var discover = () => DiscoverAsync(fresh, provider, HttpVersion.Version11, cancellationToken);

        (await discover.Should().ThrowAsync<HttpRequestException>()).WithInnerException<IOException>("it offers no protocol, and is reset at its first request");
        (await provider.ReadAsync(cancellationToken)).Calls.Should().Equal(before.Calls, "a call that does not come through is none");
        (await DiscoverAsync(fresh, provider, HttpVersion.Version20, cancellationToken)).Should().Be(HttpVersion.Version20);
        (await DiscoverAsync(standing, provider, HttpVersion.Version11, cancellationToken)).Should().Be(HttpVersion.Version11, "it stands, and keeps what it has");
        (await provider.ObtainTokenAsync(Client, cancellationToken)).ExpiresIn.Should().Be(TimeSpan.FromMinutes(10));

        await provider.ChangeAsync(new ProviderChangeOrder { Restore = true }, cancellationToken);
        (await provider.ShakeHandsAsync(cancellationToken))!.OldestHttp.Should().Be(ClientHttp.Http11);
        using var last = ControlHttp.Create(new DirectDialer(), trust);
        (await DiscoverAsync(last, provider, HttpVersion.Version11, cancellationToken)).Should().Be(HttpVersion.Version11);
    }

    [Test]
    public async Task Client_that_was_told_of_no_CA_trusts_nobody(CancellationToken cancellationToken)
    {
        using var http = ControlHttp.Create(new DirectDialer());
        var provider = Member(http, new StageTrust()).Attach(instance, order, Run);

        var obtain = () => provider.ObtainTokenAsync(Client, cancellationToken);

        (await obtain.Should().ThrowAsync<ControlException>()).Which.Message.Should().Contain("certificate is invalid");
    }

    [Test]
    public void Private_keys_stand_in_no_line_that_it_writes() =>
        string.Join('\n', instance.Output).Should().NotContainAny(order.Tls!.Certificates.Select(certificate => certificate.PrivateKey));

    private static async Task<Version> DiscoverAsync(HttpClient http, IProvider provider, Version version, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(provider.Issuer, StandInEndpoint.Paths[StandInEndpoint.Discovery]))
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await http.SendAsync(request, cancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return response.Version;
    }

    private static ProviderMember Member(HttpClient http, StageTrust trust) => new(http, new DirectDialer(), trust, TimeProvider.System);
}
