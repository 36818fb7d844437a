using System.Collections.Immutable;
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

    private static ProviderMember Member(HttpClient http, StageTrust trust) => new(http, new DirectDialer(), trust, TimeProvider.System);
}
