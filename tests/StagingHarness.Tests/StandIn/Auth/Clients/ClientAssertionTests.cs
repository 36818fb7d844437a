using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.Tests.StandIn.Auth.Clients;

/// <summary>Clients that sign who they are, in virtual time.</summary>
public sealed class ClientAssertionTests
{
    private const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private const string Issuer = "http://issuer.example";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2023, 5, 13, 14, 0, 0, TimeSpan.Zero));
    private SigningKey key = null!;

    [OneTimeSetUp]
    public void CreateKey() => key = SigningKey.Create("ES256");

    [OneTimeTearDown]
    public void DisposeKey() => key.Dispose();

    [TestCase("RS256")]
    [TestCase("PS256")]
    [TestCase("ES256")]
    public void Client_that_signs_who_it_is_gets_a_token(string algorithm)
    {
        var answer = Ask(Provider(algorithm), ClientKeys.Sign(algorithm, Claims()));

        answer.Status.Should().Be(200, answer.Body);
    }

    [TestCase("iss", "other")]
    [TestCase("sub", "other")]
    [TestCase("iss", null)]
    [TestCase("sub", null)]
    public void Assertion_that_names_another_client_is_not_its_own(string claim, string? value) => Refused(Claims((claim, value)), "its assertion is not its own");

    [TestCase("aud", "http://other.example", "for another audience")]
    [TestCase("aud", null, "for another audience")]
    [TestCase("exp", null, "lacks its end")]
    [TestCase("exp", "soon", "lacks its end")]
    [TestCase("jti", null, "lacks its end ('exp') or its id")]
    [TestCase("jti", "", "lacks its end ('exp') or its id")]
    public void Assertion_that_lacks_something_is_refused(string claim, string? value, string reason) => Refused(Claims((claim, value)), reason);

    [TestCase(-1, 0, "not valid any more")]
    [TestCase(0, 0, "not valid any more")]
    [TestCase(60, 1, "not valid yet")]
    [TestCase(3601, 0, "valid for more than an hour")]
    public void Assertion_is_for_now(int end, int begin, string reason)
    {
        var claims = Claims();
        claims["exp"] = Now + end;
        claims["nbf"] = Now + begin;

        Refused(claims, reason);
    }

    [Test]
    public void Clock_of_the_provider_decides()
    {
        var provider = Provider();
        provider.Change(new FacetOrder { ClockOffsetSeconds = 61 });

        Ask(provider, ClientKeys.Sign("RS256", Claims())).Body.Should().Contain("not valid any more");
    }

    [TestCase(Issuer)]
    [TestCase(Issuer + "/token")]
    public void Audience_is_the_issuer_or_the_token_endpoint_also_among_others(string audience)
    {
        var claims = Claims();
        claims["aud"] = new JsonArray("http://other.example", audience);

        Ask(Provider(), ClientKeys.Sign("RS256", claims)).Status.Should().Be(200);
    }

    [Test]
    public void Assertion_is_taken_once_and_each_client_counts_alone()
    {
        var provider = Provider();
        var assertion = ClientKeys.Sign("RS256", Claims());

        Ask(provider, assertion).Status.Should().Be(200);
        Ask(provider, assertion).Body.Should().Contain("shown before");
        Ask(provider, ClientKeys.Sign("RS256", Claims(("iss", "second"), ("sub", "second")))).Status.Should().Be(200);
        Ask(provider, ClientKeys.Sign("RS256", Claims(("jti", "another")))).Status.Should().Be(200);
    }

    [Test]
    public void Assertion_that_is_refused_is_not_used_up()
    {
        var provider = Provider();
        var assertion = ClientKeys.Sign("RS256", Claims());
        provider.Change(new FacetOrder { Settings = new FacetSettings { ClientAuthentication = ["client_secret_post"] } });

        Ask(provider, assertion).Body.Should().Contain("does not take private_key_jwt");
        provider.Change(new FacetOrder { Restore = true });
        Ask(provider, assertion).Status.Should().Be(200);
    }

    [Test]
    public void Only_the_key_of_the_client_signs()
    {
        var claims = Claims();

        Ask(Provider(), ClientKeys.Sign("RS256", claims, isForeign: true)).Body.Should().Contain("its assertion is not its own");
        Ask(Provider(), ClientKeys.Sign("ES256", claims)).Body.Should().Contain("its assertion is not its own", "the key is of another kind");
        Ask(Provider(), ClientKeys.Sign("RS512", claims)).Body.Should().Contain("its assertion is not its own", "the algorithm is not announced");
        Ask(Provider(), ClientKeys.Sign("RS256", Claims(("iss", "nobody"), ("sub", "nobody")))).Body.Should().Contain("its assertion is not its own");
    }

    [TestCase("")]
    [TestCase("a.b.c")]
    [TestCase("eyJhbGciOiJub25lIn0.eyJpc3MiOiJ3ZWIiLCJzdWIiOiJ3ZWIifQ.")]
    [TestCase("eyJhbGciOiJSUzI1NiIsImFsZyI6Im5vbmUifQ.eyJpc3MiOiJ3ZWIiLCJzdWIiOiJ3ZWIifQ.AA")]
    [TestCase("W10.W10.AA")]
    [TestCase("é.é.é")]
    [TestCase("eyJhbGciOjF9.eyJpc3MiOnt9LCJzdWIiOltdfQ.AA")]
    public void What_is_no_signed_token_is_refused(string assertion)
    {
        var answer = Ask(Provider(), assertion);

        (answer.Status, SignInProvider.Text(answer, "error")).Should().Be((401, "invalid_client"));
    }

    [Test]
    public void Header_that_nobody_knows_how_to_read_is_refused()
    {
        var assertion = ClientKeys.Sign("RS256", Claims(), header: new Dictionary<string, object> { ["crit"] = new List<string> { "b64" }, ["b64"] = true });

        Ask(Provider(), assertion).Status.Should().Be(401);
    }

    [TestCase("client_secret", "secret", 400)]
    [TestCase("client_id", "web", 200)]
    [TestCase("client_id", "second", 401)]
    public void Client_names_itself_once(string field, string value, int status) =>
        Ask(Provider(), ClientKeys.Sign("RS256", Claims()), (field, value)).Status.Should().Be(status);

    [Test]
    public void Assertion_of_another_type_is_refused()
    {
        var form = SignInProvider.Form(
            ("grant_type", "client_credentials"), ("client_assertion_type", "saml"), ("client_assertion", ClientKeys.Sign("RS256", Claims())));

        Provider().AnswerTokenCall(new TokenCall(null, form)).Status.Should().Be(401);
    }

    [Test]
    public void Other_endpoints_of_clients_take_assertions_for_themselves()
    {
        var form = SignInProvider.Form(
            ("token", "x"), ("client_assertion_type", Type), ("client_assertion", ClientKeys.Sign("RS256", Claims(("aud", $"{Issuer}/introspect")))));

        Provider().Introspect(new TokenCall(null, form)).Body.Should().Be("""{"active":false}""");
    }

    [Test]
    public void Discovery_tells_of_assertions_where_a_client_has_a_key()
    {
        var (with, without) = (Metadata(Provider()), Metadata(new AuthModel(PlainProvider.Of(key), time)));

        with["token_endpoint_auth_methods_supported"]!.ToJsonString().Should().Be("""["client_secret_basic","client_secret_post","private_key_jwt"]""");
        with["token_endpoint_auth_signing_alg_values_supported"]!.ToJsonString().Should().Be("""["ES256","PS256","RS256"]""");
        without["token_endpoint_auth_methods_supported"]!.ToJsonString().Should().Be("""["client_secret_basic","client_secret_post"]""");
        without.ContainsKey("token_endpoint_auth_signing_alg_values_supported").Should().BeFalse();
    }

    [Test]
    public void Nothing_prints_an_assertion()
    {
        var form = ImmutableDictionary<string, string>.Empty.Add("client_assertion_type", Type).Add("client_assertion", ClientKeys.Sign("RS256", Claims()));

        ClientAssertion.TryRead(form, out var read).Should().BeTrue();
        $"{read} {read!.Token}".Should().Be("assertion of client 'web' (hidden) signed token (hidden)");
    }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    private AuthModel Provider(string algorithm = "RS256")
    {
        var plain = PlainProvider.Of(key);
        return new AuthModel(
            plain with
            {
                SignIn = new SignInSetup
                {
                    ClientKeys = ImmutableSortedDictionary<string, string>.Empty
                        .Add("web", ClientKeys.PublicOf(algorithm)).Add("second", ClientKeys.PublicOf(algorithm)),
                },
            },
            time);
    }

    /// <summary>An assertion that is in order; a null takes a claim away.</summary>
    private JsonObject Claims(params (string Name, string? Value)[] changes)
    {
        var claims = new JsonObject { ["iss"] = "web", ["sub"] = "web", ["aud"] = Issuer, ["exp"] = Now + 60, ["jti"] = "one" };
        foreach (var (name, value) in changes)
        {
            claims[name] = value;
            if (value is null)
            {
                claims.Remove(name);
            }
        }

        return claims;
    }

    private void Refused(JsonObject claims, string reason)
    {
        var answer = Ask(Provider(), ClientKeys.Sign("RS256", claims));

        (answer.Status, SignInProvider.Text(answer, "error")).Should().Be((401, "invalid_client"));
        answer.Body.Should().Contain(reason.Replace("'", "\\u0027", StringComparison.Ordinal));
    }

    private static AuthAnswer Ask(AuthModel provider, string assertion, params (string Name, string Value)[] more) =>
        provider.AnswerTokenCall(new TokenCall(null, SignInProvider.Form(
            [("grant_type", "client_credentials"), ("client_assertion_type", Type), ("client_assertion", assertion), .. more])));

    private static JsonObject Metadata(AuthModel provider) => (JsonObject)JsonNode.Parse(provider.Discover().Body)!;
}
