using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Duende.IdentityModel.Client;
using FluentAssertions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NUnit.Framework;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Provider;
using StagingHarness.Execution.Stages;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.Protocols.Provider;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.TestKit.Plans;
using TokenResponse = Duende.IdentityModel.Client.TokenResponse;

namespace StagingHarness.FunctionalTests.Provider;

/// <summary>What a server is given is enough for a stock client, and whoever else comes to the same address goes on undisturbed.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class ClientCertificateTests
{
    private const string Client = "order-desk";
    private const string OtherClient = "portal";

    private static readonly RunIdentity Run = new() { RunId = "client-certificate-tests", ControlToken = "token-of-the-client-certificate-tests" };

    private RunSecrets secrets = null!;
    private ProviderOrder order = null!;
    private LocalInstance instance = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        var plan = PlanOf();
        secrets = RunSecrets.Create(plan, ImmutableSortedDictionary<string, string>.Empty, TimeProvider.System.GetUtcNow());
        order = new ProviderOrder
        {
            Audience = "account-api",
            TokenLifetime = TimeSpan.FromMinutes(10),
            Clients = secrets.Clients,
            SignIn = SignInOrder.Of(plan.System.Provider!.SignIn, secrets),
            Tls = secrets.Certificates!.Provider,
        };
        using var http = ControlHttp.Create(new DirectDialer());
        instance = await LocalInstance.StartAsync(Member(http, new StageTrust()).CreateOrder(order, Run), CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task Stop() => await instance.DisposeAsync();

    [TestCase(ClientHttp.Http11)]
    [TestCase(ClientHttp.Http2)]
    public async Task Vendor_moves_from_secrets_to_certificates(ClientHttp http, CancellationToken cancellationToken)
    {
        var trust = new StageTrust();
        using var control = ControlHttp.Create(new DirectDialer(), trust);
        var provider = Member(control, trust).Attach(instance, order, Run);
        var version = http == ClientHttp.Http2 ? HttpVersion.Version20 : HttpVersion.Version11;
        using var bare = Stock(null, version);
        using var certified = Stock(CertificateOf(Client), version);

        await provider.ChangeAsync(new ProviderChangeOrder { Restore = true, Settings = new FacetSettings { HttpMinimum = http } }, cancellationToken);
        (await AskAsync(bare, provider, secrets.Clients[Client], cancellationToken)).Error.Should().BeNull();
        BoundTo(await AskAsync(certified, provider, null, cancellationToken)).Should().Be(HashOf(Client));

        await provider.ChangeAsync(new ProviderChangeOrder { Settings = new FacetSettings { ClientAuthentication = ["tls_client_auth"] } }, cancellationToken);
        Refused(await AskAsync(bare, provider, secrets.Clients[Client], cancellationToken), "does not take client_secret_post");
        Refused(await AskAsync(bare, provider, null, cancellationToken), "shows no certificate of the client");
        BoundTo(await AskAsync(certified, provider, null, cancellationToken)).Should().Be(HashOf(Client));

        var reading = await provider.ReadAsync(cancellationToken);
        (reading.UnmatchedCount, reading.StubErrors.Length).Should().Be((0, 0));
    }

    [Test]
    public async Task Every_connection_proves_it_anew(CancellationToken cancellationToken)
    {
        var trust = new StageTrust();
        using var control = ControlHttp.Create(new DirectDialer(), trust);
        var provider = Member(control, trust).Attach(instance, order, Run);
        await provider.ChangeAsync(new ProviderChangeOrder { Restore = true }, cancellationToken);

        // A session of TLS may be resumed from one connection to the next: who resumed it is known, and who shows nothing is not taken for that one.
        for (var connection = 0; connection < 3; connection++)
        {
            using var certified = Stock(CertificateOf(Client), HttpVersion.Version11);
            using var other = Stock(CertificateOf(OtherClient), HttpVersion.Version11);
            using var bare = Stock(null, HttpVersion.Version11);

            BoundTo(await AskAsync(certified, provider, null, cancellationToken)).Should().Be(HashOf(Client));
            Refused(await AskAsync(other, provider, null, cancellationToken), "shows no certificate of the client");
            Refused(await AskAsync(bare, provider, null, cancellationToken), "shows no certificate of the client");
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Browser_comes_to_the_pages_whatever_it_shows(bool shows, CancellationToken cancellationToken)
    {
        using var stranger = RSA.Create(2048);
        using var made = new CertificateRequest("CN=nobody", stranger, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-2), TimeProvider.System.GetUtcNow().AddDays(-1));
        using var browser = Stock(shows ? made : null, HttpVersion.Version11);

        using var page = await browser.GetAsync(new Uri(instance.AddressOf("http"), StandInEndpoint.Paths[StandInEndpoint.Device]), cancellationToken);

        page.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static ScenarioPlan PlanOf()
    {
        var plan = new PlanBuilder().Build();
        var signIn = new SignInPlan
        {
            Clients = ImmutableSortedDictionary<string, ClientRedirects>.Empty
                .Add(Client, new ClientRedirects { SignedIn = [] })
                .Add(OtherClient, new ClientRedirects { SignedIn = [] }),
            Certificates = ImmutableSortedDictionary<string, ClientCertificateKind>.Empty
                .Add(Client, ClientCertificateKind.Issued)
                .Add(OtherClient, ClientCertificateKind.SelfSigned),
            Users = ImmutableSortedDictionary<string, string>.Empty,
        };
        return plan with { System = plan.System with { Provider = plan.System.Provider! with { SignIn = signIn, Tls = true } } };
    }

    /// <summary>As a server has it: from its file, and the key that it was told.</summary>
    private X509Certificate2 CertificateOf(string client) => X509Certificate2.CreateFromPem(
        secrets.Certificates!.Texts.Single(text => text.Name == StageCertificates.TextOf(client)).Content, secrets.ClientKeys[client].PrivateKey);

    private string HashOf(string client)
    {
        using var certificate = CertificateOf(client);
        return Base64UrlEncoder.Encode(SHA256.HashData(certificate.RawData));
    }

    private HttpClient Stock(X509Certificate2? certificate, Version version)
    {
        var handler = new HttpClientHandler
        {
            UseProxy = false,
            ServerCertificateCustomValidationCallback = (_, shown, chain, _) =>
            {
                chain!.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
                chain.ChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(order.Tls!.Root.AsSpan()));
                return chain.Build(shown!);
            },
        };
        if (certificate is not null)
        {
            handler.ClientCertificates.Add(certificate);
        }

        return new HttpClient(handler) { DefaultRequestVersion = version, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
    }

    private static async Task<TokenResponse> AskAsync(HttpClient http, IProvider provider, string? secret, CancellationToken cancellationToken)
    {
        using var request = new ClientCredentialsTokenRequest
        {
            Address = new Uri(provider.Issuer, StandInEndpoint.Paths[StandInEndpoint.Token]).AbsoluteUri,
            ClientId = Client,
            ClientSecret = secret,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        return await http.RequestClientCredentialsTokenAsync(request, cancellationToken);
    }

    private static string? BoundTo(TokenResponse granted)
    {
        granted.Error.Should().BeNull();
        return new JsonWebToken(granted.AccessToken).GetPayloadValue<Dictionary<string, string>>("cnf").GetValueOrDefault("x5t#S256");
    }

    private static void Refused(TokenResponse answer, string reason)
    {
        answer.HttpStatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Raw.Should().Contain("\"invalid_client\"").And.Contain(reason);
    }

    private static ProviderMember Member(HttpClient http, StageTrust trust) => new(http, new DirectDialer(), trust, TimeProvider.System);
}
