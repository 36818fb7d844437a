using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Duende.IdentityModel;
using Duende.IdentityModel.Client;
using FluentAssertions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.FunctionalTests.Conformance;
using StagingHarness.Protocols.Provider;
using TokenResponse = Duende.IdentityModel.Client.TokenResponse;

namespace StagingHarness.FunctionalTests.Provider;

/// <summary>Duende's client library connects a device, signs who it is and proves a key, and the stand-in takes it as a provider would.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class ClientProofTests
{
    private const string Client = "tv-app";

    private readonly RSA key = RSA.Create(2048);
    private readonly ECDsa proofKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private RunningStandIn standIn = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        var order = new ProviderOrder
        {
            Audience = "client-portal",
            TokenLifetime = TimeSpan.FromMinutes(10),
            Clients = ImmutableSortedDictionary<string, string>.Empty.Add(Client, "s3cret"),
            SignIn = new SignInSetup
            {
                Clients = ImmutableSortedDictionary<string, ClientRedirects>.Empty.Add(Client, new ClientRedirects { SignedIn = [] }),
                ClientKeys = ImmutableSortedDictionary<string, string>.Empty.Add(Client, key.ExportSubjectPublicKeyInfoPem()),
                Users = ImmutableSortedDictionary<string, SignInUser>.Empty.Add("alice", new SignInUser { Password = "pa55" }),
            },
        };
        standIn = await RunningStandIn.StartAsync(order, "client-proof-tests");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        key.Dispose();
        proofKey.Dispose();
        await standIn.DisposeAsync();
    }

    [Test]
    public async Task Device_that_signs_who_it_is_gets_tokens_bound_to_its_key(CancellationToken cancellationToken)
    {
        await standIn.Provider.ChangeAsync(
            new ProviderChangeOrder { Restore = true, Settings = new FacetSettings { ClientAuthentication = ["private_key_jwt"], Dpop = DpopMode.Required } }, cancellationToken);
        var documents = await standIn.Http.GetDiscoveryDocumentAsync(standIn.Provider.Issuer.OriginalString, cancellationToken);
        using var begin = new DeviceAuthorizationRequest
        {
            Address = documents.DeviceAuthorizationEndpoint,
            ClientId = Client,
            ClientAssertion = Assert(documents.Issuer!),
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            Scope = "openid",
        };
        var told = await standIn.Http.RequestDeviceAuthorizationAsync(begin, cancellationToken);
        told.Error.Should().BeNull();

        (await PollAsync(documents, told, Proof(documents.TokenEndpoint!), cancellationToken)).Error.Should().Be("authorization_pending");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["user_code"] = told.UserCode!, ["username"] = "alice", ["password"] = "pa55" });
        using var page = await standIn.Http.PostAsync(new Uri(told.VerificationUri!), form, cancellationToken);
        (await page.Content.ReadAsStringAsync(cancellationToken)).Should().Contain("Device connected");

        (await PollAsync(documents, told, proof: null, cancellationToken)).Error.Should().Be("invalid_request", "the provider asks for a proof");
        var granted = await PollAsync(documents, told, Proof(documents.TokenEndpoint!), cancellationToken);

        (granted.Error, granted.TokenType).Should().Be((null, "DPoP"));
        new JsonWebToken(granted.IdentityToken).Subject.Should().Be("alice");
        var reading = await standIn.Provider.ReadAsync(cancellationToken);
        (reading.Calls["device-authorization"], reading.Calls["device"], reading.Calls["token"]).Should().Be((1, 1, 3));
        reading.UnmatchedCount.Should().Be(0);
        reading.StubErrors.Should().BeEmpty();
    }

    private async Task<TokenResponse> PollAsync(
        DiscoveryDocumentResponse documents, DeviceAuthorizationResponse told, string? proof, CancellationToken cancellationToken)
    {
        using var request = new DeviceTokenRequest
        {
            Address = documents.TokenEndpoint,
            ClientId = Client,
            ClientAssertion = Assert(documents.Issuer!),
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            DeviceCode = told.DeviceCode!,
            DPoPProofToken = proof,
        };
        return await standIn.Http.RequestDeviceTokenAsync(request, cancellationToken);
    }

    private ClientAssertion Assert(string audience) => new()
    {
        Type = OidcConstants.ClientAssertionTypes.JwtBearer,
        Value = SignedText.Sign(
            key,
            "PS256",
            new JsonObject
            {
                ["iss"] = Client,
                ["sub"] = Client,
                ["aud"] = audience,
                ["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds(),
                ["jti"] = RandomNumberGenerator.GetHexString(32),
            },
            []),
    };

    private string Proof(string address)
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(proofKey));
        return SignedText.Sign(
            proofKey,
            "ES256",
            new JsonObject
            {
                ["htm"] = "POST",
                ["htu"] = address,
                ["iat"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
                ["jti"] = RandomNumberGenerator.GetHexString(32),
            },
            new Dictionary<string, object>
            {
                [JwtHeaderParameterNames.Typ] = "dpop+jwt",
                ["jwk"] = new Dictionary<string, object> { ["kty"] = jwk.Kty, ["crv"] = jwk.Crv, ["x"] = jwk.X, ["y"] = jwk.Y },
            });
    }
}
