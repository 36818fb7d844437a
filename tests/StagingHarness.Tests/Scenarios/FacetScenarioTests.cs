using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>Contracts and facets of the provider, as an author writes them, and what the plan makes of them.</summary>
public sealed class FacetScenarioTests
{
    [Test]
    public void Facets_of_a_step_lie_over_those_of_its_contract()
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(
            ScenarioFixture.SystemFile,
            "token-lifetime: 30m }",
            "token-lifetime: 30m, contracts: { v2: { audience: shop-v2, sign-with: es256, endpoints: { jwks: { delay: 1s }, token: { status: 410 } } } } }");

        var step = Plan(fixture, "- provider: { contract: v2, facets: { audience: api://shop, endpoints: { token: { moved-to: /v2/token } } } }");

        step.Contract.Should().Be("v2");
        step.Settings!.Audience.Should().Be("api://shop");
        step.Settings.Algorithm.Should().Be("ES256");
        step.Settings.Endpoints.Should().BeEquivalentTo(new Dictionary<string, EndpointRule>
        {
            ["jwks"] = new() { DelayMilliseconds = 1000 },
            ["token"] = new() { MovedTo = "/v2/token" },
        });
        step.Sentence.Should().Be(
            "Change the provider: it keeps contract 'v2', its tokens are for 'api://shop', it signs with a new key, ES256, jwks waits 1 s, token moves to /v2/token, "
            + "clients get new tokens at once");
    }

    [TestCase("{ a: 1, b: 1.5, c: \"1\", d: null, e: true, f: text, g: [1, x], h: { i: ~ } }", """{"a":1,"b":1.5,"c":"1","d":null,"e":true,"f":"text","g":[1,"x"],"h":{"i":null}}""")]
    [TestCase("{ a: 3600.0, b: 007, c: -2, d: 1e3, e: '' }", """{"a":3600.0,"b":"007","c":-2,"d":1e3,"e":""}""")]
    public void Claims_are_read_as_yaml_means_them(string written, string json)
    {
        using var fixture = new ScenarioFixture();

        Plan(fixture, $"- provider: {{ facets: {{ claims: {written} }} }}").Settings!.Claims.Should().Be(json);
    }

    [TestCase("[{ kty: later }]", 1, "its key set shows 1 other key")]
    [TestCase("[{ kty: later }, { kty: OKP }]", 2, "its key set shows 2 other keys")]
    public void Keys_of_others_are_told_as_they_are(string written, int count, string words)
    {
        using var fixture = new ScenarioFixture();

        var step = Plan(fixture, $"- provider: {{ facets: {{ other-keys: {written} }} }}");

        step.Settings!.OtherKeys.Should().HaveCount(count).And.StartWith("""{"kty":"later"}""");
        step.Sentence.Should().StartWith($"Change the provider: {words}, ");
    }

    [Test]
    public void Limit_says_when_to_come_again_and_without_that_the_window()
    {
        using var fixture = new ScenarioFixture();

        var settings = Plan(
            fixture, "- provider: { facets: { client-authentication: private-key-jwt, endpoints: { token: { limit: { calls: 10, per: 1500ms } } } } }").Settings!;

        settings.ClientAuthentication.Should().Equal("private_key_jwt");
        settings.Endpoints!["token"].Limit.Should().Be(new CallLimit { Calls = 10, WindowMilliseconds = 1500, RetryAfterSeconds = 2 });
    }

    [Test]
    public void Clients_show_certificates_where_the_system_says_so_and_the_provider_may_ask_for_them()
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(
            ScenarioFixture.SystemFile,
            "token-lifetime: 30m }",
            "token-lifetime: 30m, tls: true, clients: { site: { certificate: self-signed }, stock: { certificate: issued }, web: {} } }");

        var step = Plan(fixture, "- provider: { facets: { client-authentication: [tls-client-auth, self-signed-tls-client-auth] } }");

        step.Settings!.ClientAuthentication.Should().Equal("tls_client_auth", "self_signed_tls_client_auth");
        step.Sentence.Should().Contain("clients prove themselves by tls_client_auth, self_signed_tls_client_auth alone");
        fixture.Load().Plan!.System.Provider!.SignIn!.Certificates.Should().Equal(new Dictionary<string, ClientCertificateKind>
        {
            ["site"] = ClientCertificateKind.SelfSigned,
            ["stock"] = ClientCertificateKind.Issued,
        });
    }

    [Test]
    public void Facets_of_a_sign_in_are_told_and_said()
    {
        using var fixture = new ScenarioFixture();

        var step = Plan(fixture, "- provider: { facets: { pushed-authorization: required, proof-key: required, dpop: required, refresh: { rotation: false, reuse-grace: 10s } } }");

        step.Settings.Should().BeEquivalentTo(new FacetSettings
        {
            PushedAuthorization = PushedAuthorization.Required,
            Pkce = PkceMode.Required,
            Dpop = DpopMode.Required,
            RefreshRotation = false,
            RefreshGraceMilliseconds = 10_000,
        });
        step.Sentence.Should().StartWith(
            "Change the provider: nobody signs in without a pushed request, nobody signs in without a proof key, "
            + "it gives and takes no token without a proof of its key (DPoP), a refresh token can be used again and again, "
            + "an old refresh token is taken for another 10 s");
    }

    [Test]
    public void Lists_of_claims_are_told_and_said()
    {
        using var fixture = new ScenarioFixture();

        var step = Plan(fixture, "- provider: { facets: { claim-lists: { groups: 700, roles: 3 } } }");

        step.Settings!.ClaimLists.Should().BeEquivalentTo(new Dictionary<string, int> { ["groups"] = 700, ["roles"] = 3 });
        step.Sentence.Should().StartWith("Change the provider: its tokens list 700 groups, its tokens list 3 roles");
    }

    [TestCase("clients: { shop-site: { redirects: /in } }", "user")]
    [TestCase("clients: { shop-site: { redirects: /in } }, users: { alice: { claims: { name: Alice } }, bob: {} }", "alice", "bob")]
    public void Users_are_those_who_are_named_or_one(string keys, params string[] users)
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.SystemFile, "token-lifetime: 30m }", $"token-lifetime: 30m, {keys} }}");
        fixture.Replace(ScenarioFixture.SystemFile, "ISSUER: \"{provider.issuer}\"", "ISSUER: \"{provider.clients.shop-site.id}:{provider.clients.shop-site.secret}\"");

        var result = fixture.Load();

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        var signIn = result.Plan!.System.Provider!.SignIn!;
        signIn.Users.Keys.Should().Equal(users);
        signIn.Clients["shop-site"].SignedIn.Should().Equal("/in");
    }

    [Test]
    public void Nobody_signs_in_where_no_client_is_declared()
    {
        using var fixture = new ScenarioFixture();

        fixture.Load().Plan!.System.Provider!.SignIn.Should().BeNull();
    }

    private static ProviderStepPlan Plan(ScenarioFixture fixture, string step)
    {
        const string Watch = "  - watch: { for: 15 min }\n";
        fixture.Replace(ScenarioFixture.ScenarioFile, Watch, $"{Watch}  {step}\n");

        var result = fixture.Load();

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        return result.Plan!.Steps.OfType<ProviderStepPlan>().Single();
    }
}
