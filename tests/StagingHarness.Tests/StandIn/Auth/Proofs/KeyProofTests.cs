using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.Proofs;
using StagingHarness.Tests.StandIn.Auth.Clients;

namespace StagingHarness.Tests.StandIn.Auth.Proofs;

/// <summary>Tokens that are bound to a key (DPoP), in virtual time.</summary>
[TestFixture]
public sealed class KeyProofTests
{
    private const string TokenUrl = "http://issuer.example/token";
    private const string UserInfoUrl = "http://issuer.example/userinfo";

    private SignInProvider provider = null!;
    private int made;

    [SetUp]
    public void Create() => provider = SignInProvider.Create();

    [TearDown]
    public void Dispose() => provider.Dispose();

    [TestCase("ES256")]
    [TestCase("RS256")]
    [TestCase("PS256")]
    public void Token_is_bound_to_the_key_of_the_proof(string algorithm)
    {
        var answer = Ask([Proof(Claims(), algorithm)]);

        SignInProvider.Text(answer, "token_type").Should().Be("DPoP");
        var token = SignInProvider.Text(answer, "access_token");
        JsonNode.Parse(new JsonWebToken(token).GetPayloadValue<string>("cnf"))!["jkt"]!.GetValue<string>().Should().Be(ThumbprintOf(algorithm));
        var told = SignInProvider.Json(provider.Introspect(token));
        (told["token_type"]!.GetValue<string>(), told["cnf"]!["jkt"]!.GetValue<string>()).Should().Be(("DPoP", ThumbprintOf(algorithm)));
    }

    [Test]
    public void Token_without_a_proof_is_bound_to_nothing()
    {
        var answer = Ask([]);

        SignInProvider.Text(answer, "token_type").Should().Be("Bearer");
        new JsonWebToken(SignInProvider.Text(answer, "access_token")).TryGetPayloadValue<object>("cnf", out _).Should().BeFalse();
        SignInProvider.Json(provider.Introspect(SignInProvider.Text(answer, "access_token"))).ContainsKey("cnf").Should().BeFalse();
    }

    [TestCase("htm", "GET", "'htm'")]
    [TestCase("htm", null, "'htm'")]
    [TestCase("htu", "http://issuer.example/userinfo", "'htu'")]
    [TestCase("htu", "https://issuer.example/token", "'htu'")]
    [TestCase("htu", "/token", "'htu'")]
    [TestCase("htu", null, "'htu'")]
    [TestCase("jti", null, "'jti'")]
    [TestCase("iat", null, "'iat'")]
    public void Proof_of_another_call_is_refused(string claim, string? value, string reason)
    {
        var claims = Claims();
        claims[claim] = value;

        Refused([Proof(claims)], reason);
    }

    [TestCase("http://ISSUER.example/token?a=b#c")]
    [TestCase("http://issuer.example:80/token")]
    public void Address_is_compared_without_its_query_and_however_it_is_spelt(string address)
    {
        var claims = Claims();
        claims["htu"] = address;

        Ask([Proof(claims)]).Status.Should().Be(200);
    }

    [TestCase(-60, 400)]
    [TestCase(-59, 200)]
    [TestCase(59, 200)]
    [TestCase(60, 400)]
    public void Proof_is_made_for_now(int seconds, int status)
    {
        var claims = Claims();
        claims["iat"] = Now + seconds;

        Ask([Proof(claims)]).Status.Should().Be(status);
    }

    [Test]
    public void Clock_of_the_provider_decides()
    {
        provider.Model.Change(new FacetOrder { ClockOffsetSeconds = 61 });

        Refused([Proof(Claims())], "too old");
    }

    [Test]
    public void Proof_is_taken_once_and_each_key_counts_alone()
    {
        var claims = Claims();

        Ask([Proof(claims)]).Status.Should().Be(200);
        Refused([Proof(claims)], "shown before");
        Ask([Proof(claims, "RS256")]).Status.Should().Be(200, "another key says it");
    }

    [Test]
    public void Proof_of_another_kind_or_key_is_refused()
    {
        var jwk = JwkOf("ES256");
        Refused([Proof(Claims(), type: "JWT")], "not of type");
        Refused([Proof(Claims(), isForeign: true, jwk: jwk)], "not of type", "another key has signed it");
        Refused([Proof(Claims(), "RS256", jwk: jwk)], "not of type", "the key is of another kind");
        Refused([Proof(Claims(), jwk: With(jwk, "d", "AQAB"))], "not of type", "it shows a private part");
        Refused([Proof(Claims(), jwk: With(jwk, "crv", "P-384"))], "not of type");
        Refused([Proof(Claims(), jwk: With(jwk, "x", "AQAB"))], "not of type", "it is no point");
        Refused([Proof(Claims(), jwk: With(jwk, "x", jwk["y"]))], "not of type", "it lies on no curve");
        Refused([Proof(Claims(), jwk: new Dictionary<string, object> { ["kty"] = "oct", ["k"] = "AQAB" })], "not of type");
        Refused(["no proof"], "none that can be read");
        Refused([Proof(Claims()), Proof(Claims())], "more than one proof");
    }

    [Test]
    public void Short_key_proves_nothing()
    {
        using var rsa = RSA.Create(1024);
        var numbers = rsa.ExportParameters(includePrivateParameters: false);
        PublicJwk.Read(new JsonObject { ["kty"] = "RSA", ["n"] = Base64UrlEncoder.Encode(numbers.Modulus!), ["e"] = Base64UrlEncoder.Encode(numbers.Exponent!) }).Should().BeNull();
    }

    [Test]
    public void Refusal_comes_before_the_code_is_used_up()
    {
        var code = provider.Code();
        var fields = new[] { ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", SignInProvider.Redirect), ("code_verifier", SignInProvider.Verifier) };

        SignInProvider.Text(Ask(["no proof"], fields), "error").Should().Be("invalid_dpop_proof");
        SignInProvider.Text(Ask([Proof(Claims())], fields), "token_type").Should().Be("DPoP");
    }

    [Test]
    public void Code_that_was_asked_for_with_a_key_buys_something_with_that_key_alone()
    {
        var code = provider.Code(("dpop_jkt", ThumbprintOf("ES256")));
        var fields = new[] { ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", SignInProvider.Redirect), ("code_verifier", SignInProvider.Verifier) };

        SignInProvider.Text(Ask([], fields), "error").Should().Be("invalid_grant");
        SignInProvider.Text(Ask([Proof(Claims(), "RS256")], fields), "error").Should().Be("invalid_grant");
        Ask([Proof(Claims())], fields).Status.Should().Be(200);
    }

    [TestCase(true, 201)]
    [TestCase(false, 400)]
    public void Pushed_request_binds_its_code_to_the_key_that_it_proves(bool isSame, int status)
    {
        provider.Change(new FacetSettings { PushedAuthorization = PushedAuthorization.Required });
        var claims = Claims();
        claims["htu"] = "http://issuer.example/par";
        var form = $"{SignInProvider.Query(("dpop_jkt", ThumbprintOf(isSame ? "ES256" : "RS256")))}&client_secret=secret";

        provider.Model.Push(Call([Proof(claims)], form, "/par")).Status.Should().Be(status);
    }

    [Test]
    public void Code_of_a_pushed_request_with_a_proof_is_bound()
    {
        provider.Change(new FacetSettings { PushedAuthorization = PushedAuthorization.Required });
        var claims = Claims();
        claims["htu"] = "http://issuer.example/par";
        var uri = SignInProvider.Text(provider.Model.Push(Call([Proof(claims)], $"{SignInProvider.Query()}&client_secret=secret", "/par")), "request_uri");
        var code = SignInProvider.Landed(provider.Login(SignInProvider.Form(("client_id", "web"), ("request_uri", uri))))["code"];

        SignInProvider.Text(provider.Redeem(code), "error").Should().Be("invalid_grant");
        SignInProvider.Text(provider.Model.Push(Call(["no proof"], $"{SignInProvider.Query()}&client_secret=secret", "/par")), "error").Should().Be("invalid_dpop_proof");
    }

    [Test]
    public void User_is_told_of_with_the_token_and_a_proof_for_it()
    {
        var token = SignIn();

        TellUser("DPoP", token, [Proof(ForUserInfo(token))]).Status.Should().Be(200);
        Challenged(TellUser("Bearer", token, []), "DPoP error=\"invalid_token\"");
        Challenged(TellUser("Bearer", token, [Proof(ForUserInfo(token))]), "DPoP error=\"invalid_token\"");
        Challenged(TellUser("DPoP", token, []), "DPoP error=\"invalid_dpop_proof\"");
        Challenged(TellUser("DPoP", token, [Proof(ForUserInfo("another"))]), "DPoP error=\"invalid_dpop_proof\"");
        Challenged(TellUser("DPoP", token, [Proof(ForUserInfo(token), "RS256")]), "DPoP error=\"invalid_dpop_proof\"");
        Challenged(TellUser("DPoP", token, [Proof(Claims())]), "DPoP error=\"invalid_dpop_proof\"");
        Challenged(TellUser("DPoP", "forged", [Proof(ForUserInfo("forged"))]), "DPoP error=\"invalid_token\"");
    }

    [Test]
    public void Token_that_is_bound_to_nothing_is_borne()
    {
        var token = SignInProvider.Text(provider.Redeem(provider.Code()), "access_token");

        TellUser("Bearer", token, []).Status.Should().Be(200);
        Challenged(TellUser("DPoP", token, [Proof(ForUserInfo(token))]), "DPoP error=\"invalid_token\"");
        provider.Change(new FacetSettings { Dpop = DpopMode.Required });
        Challenged(TellUser("Bearer", token, []), "DPoP error=\"invalid_token\"");
        Challenged(provider.Model.TellUser(null, ProvedCall.Unproved), "DPoP algs=\"ES256 PS256 RS256\"");
    }

    [Test]
    public void Provider_may_give_no_token_without_a_proof()
    {
        provider.Change(new FacetSettings { Dpop = DpopMode.Required });

        SignInProvider.Text(Ask([]), "error").Should().Be("invalid_request");
        SignInProvider.Text(Ask(["no proof"]), "error").Should().Be("invalid_dpop_proof");
        SignInProvider.Text(Ask([Proof(Claims())]), "token_type").Should().Be("DPoP");
        provider.Token("web", "wrong", [("grant_type", "client_credentials")]).Status.Should().Be(401, "who asks comes first");
    }

    [Test]
    public void Provider_that_knows_no_proofs_looks_at_none()
    {
        var bound = SignIn();
        provider.Change(new FacetSettings { Dpop = DpopMode.None });

        SignInProvider.Text(Ask(["no proof"]), "token_type").Should().Be("Bearer");
        SignInProvider.Json(provider.Model.Discover()).ContainsKey("dpop_signing_alg_values_supported").Should().BeFalse();
        TellUser("Bearer", bound, []).Status.Should().Be(200);
        Challenged(TellUser("DPoP", bound, [Proof(ForUserInfo(bound))]), "Bearer");
        provider.Redeem(provider.Code(("dpop_jkt", "whatever"))).Status.Should().Be(200);
    }

    [Test]
    public void Plain_provider_announces_proofs() => SignInProvider.Json(provider.Model.Discover())["dpop_signing_alg_values_supported"]!
        .ToJsonString().Should().Be("""["ES256","PS256","RS256"]""");

    [Test]
    public void Refresh_binds_to_the_key_of_its_own_proof()
    {
        var refresh = SignInProvider.Text(provider.Redeem(provider.Code()), "refresh_token");

        SignInProvider.Text(Ask([Proof(Claims())], [("grant_type", "refresh_token"), ("refresh_token", refresh)]), "token_type").Should().Be("DPoP");
    }

    private long Now => provider.Time.GetUtcNow().ToUnixTimeSeconds();

    private JsonObject Claims() => new() { ["htm"] = "POST", ["htu"] = TokenUrl, ["iat"] = Now, ["jti"] = $"proof-{++made}" };

    private JsonObject ForUserInfo(string token)
    {
        var claims = Claims();
        (claims["htm"], claims["htu"]) = ("GET", UserInfoUrl);
        claims["ath"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
        return claims;
    }

    private static string Proof(
        JsonObject claims, string algorithm = "ES256", string type = "dpop+jwt", bool isForeign = false, Dictionary<string, object>? jwk = null) => ClientKeys.Sign(
        algorithm, claims, isForeign, new Dictionary<string, object> { [JwtHeaderParameterNames.Typ] = type, ["jwk"] = jwk ?? JwkOf(algorithm) });

    private static Dictionary<string, object> JwkOf(string algorithm)
    {
        var key = KeyOf(algorithm);
        return key.Kty == "RSA"
            ? new Dictionary<string, object> { ["kty"] = "RSA", ["n"] = key.N, ["e"] = key.E }
            : new Dictionary<string, object> { ["kty"] = "EC", ["crv"] = key.Crv, ["x"] = key.X, ["y"] = key.Y };
    }

    private static Dictionary<string, object> With(Dictionary<string, object> jwk, string member, object value) => new(jwk) { [member] = value };

    /// <summary>By the library that others use.</summary>
    private static string ThumbprintOf(string algorithm) => Base64UrlEncoder.Encode(KeyOf(algorithm).ComputeJwkThumbprint());

    private static JsonWebKey KeyOf(string algorithm) => ClientKeys.Of(algorithm, isForeign: false) switch
    {
        RSA rsa => JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false))),
        var curve => JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey((ECDsa)curve)),
    };

    private static TokenCall Call(ImmutableArray<string> proofs, string form, string path = "/token") => new(null, form) { Proved = new ProvedCall("POST", path, proofs) };

    private AuthAnswer Ask(ImmutableArray<string> proofs, params (string Name, string Value)[] fields) => provider.Model.AnswerTokenCall(Call(
        proofs,
        SignInProvider.Form([.. fields.Length == 0 ? [("grant_type", "client_credentials")] : fields, ("client_id", "web"), ("client_secret", "secret")])));

    private void Refused(ImmutableArray<string> proofs, string reason, string because = "")
    {
        var answer = Ask(proofs);

        (answer.Status, SignInProvider.Text(answer, "error")).Should().Be((400, "invalid_dpop_proof"), because);
        SignInProvider.Text(answer, "error_description").Should().Contain(reason);
    }

    private string SignIn() => SignInProvider.Text(
        Ask(
            [Proof(Claims())],
            ("grant_type", "authorization_code"),
            ("code", provider.Code()),
            ("redirect_uri", SignInProvider.Redirect),
            ("code_verifier", SignInProvider.Verifier)),
        "access_token");

    private AuthAnswer TellUser(string scheme, string token, ImmutableArray<string> proofs) =>
        provider.Model.TellUser($"{scheme} {token}", new ProvedCall("GET", "/userinfo", proofs));

    private static void Challenged(AuthAnswer answer, string challenge)
    {
        answer.Status.Should().Be(401);
        answer.Headers["WWW-Authenticate"].Should().StartWith(challenge);
    }
}
