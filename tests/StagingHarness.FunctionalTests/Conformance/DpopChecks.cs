using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>Tokens that are bound to a key which whoever uses them proves to hold (RFC 9449).</summary>
internal static class DpopChecks
{
    private const string Endpoint = "token_endpoint";
    private const string Nothing = "OpenIddict 7.8 has no DPoP: it looks at no proof, and its tokens are bound to nothing";

    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDsa OtherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static IReadOnlyList<ConformanceCheck> All { get; } =
    [
        Of("Proofs_are_announced", "section 5.1", async calls =>
            (await calls.MetadataAsync())["dpop_signing_alg_values_supported"] is JsonArray { Count: > 0 } ? null : "no algorithm is announced"),
        Of("Token_is_bound_to_the_key_of_the_proof", "sections 5 and 6.1", async calls =>
        {
            var granted = await AskAsync(calls, Proof(await ForTokensAsync(calls)));
            return granted.Text("token_type") != "DPoP" ? $"the type of the token is not 'DPoP': {granted}"
                : BoundTo(new JsonWebToken(granted.Text("access_token")).TryGetPayloadValue<object>("cnf", out var bound) ? $"{bound}" : "{}");
        }),
        Of("Key_of_a_bound_token_is_told", "section 6.2", async calls =>
            await calls.PostAsync("introspection_endpoint", ("token", await SignInAsync(calls))) is var told && told.Text("token_type") == "DPoP"
                ? BoundTo(told.Json!["cnf"]?.ToJsonString() ?? "{}")
                : $"{told}"),
        Of("Userinfo_is_told_with_a_proof", "section 7.1", async calls =>
        {
            var token = await SignInAsync(calls);
            return await TellAsync(calls, "DPoP", token, Proof(await ForUserInfoAsync(calls, token))) is { Status: 200 } ? null : "it is not";
        }),
        Of("Bound_token_is_not_borne", "section 7.2", async calls => Challenged(await TellAsync(calls, "Bearer", await SignInAsync(calls)), "invalid_token")),
        Of("Bound_token_without_a_proof_tells_nothing", "section 7.1", async calls =>
            Challenged(await TellAsync(calls, "DPoP", await SignInAsync(calls)), "invalid_dpop_proof")),
        Of("Proof_for_another_token_tells_nothing", "section 4.3, item 12", async calls => Challenged(
            await TellAsync(calls, "DPoP", await SignInAsync(calls), Proof(await ForUserInfoAsync(calls, "another"))), "invalid_dpop_proof")),
        Of("Proof_by_another_key_tells_nothing", "section 4.3, item 12", async calls =>
        {
            var token = await SignInAsync(calls);
            return Challenged(await TellAsync(calls, "DPoP", token, Proof(await ForUserInfoAsync(calls, token), key: OtherKey)), "invalid_dpop_proof");
        }),
        Refused("Two_proofs_are_refused", "section 4.3, item 1", async calls => [Proof(await ForTokensAsync(calls)), Proof(await ForTokensAsync(calls))]),
        Refused("Proof_that_cannot_be_read_is_refused", "section 4.3, item 2", _ => Task.FromResult<string[]>(["no.such.proof"])),
        Refused("Proof_without_an_id_is_refused", "section 4.3, item 3", async calls => [Proof(await ForTokensAsync(calls, ("jti", null)))]),
        Refused("Proof_of_another_type_is_refused", "section 4.3, item 4", async calls => [Proof(await ForTokensAsync(calls), "JWT")]),
        Refused("Proof_that_another_key_signed_is_refused", "section 4.3, item 6", async calls => [Proof(await ForTokensAsync(calls), shown: OtherKey)]),
        Refused("Proof_that_shows_a_private_key_is_refused", "section 4.3, item 7", async calls => [Proof(await ForTokensAsync(calls), isPrivate: true)]),
        Refused("Proof_for_another_method_is_refused", "section 4.3, item 8", async calls => [Proof(await ForTokensAsync(calls, ("htm", "GET")))]),
        Refused("Proof_for_another_address_is_refused", "section 4.3, item 9", async calls => [Proof(await ForTokensAsync(calls, ("htu", "http://other.example/token")))]),
        Refused("Old_proof_is_refused", "section 4.3, item 11", async calls =>
            [Proof(await ForTokensAsync(calls, ("iat", TimeProvider.System.GetUtcNow().AddHours(-1).ToUnixTimeSeconds())))]),
        Refused("Proof_is_taken_once", "section 11.1", async calls =>
        {
            var proof = Proof(await ForTokensAsync(calls));
            return await AskAsync(calls, proof) is { Status: 200 } ? [proof] : throw new ConformanceException("not even once");
        }),
    ];

    private static ConformanceCheck Of(string name, string section, Func<ProviderCalls, Task<string?>> look) => new(name, $"RFC 9449, {section}", look) { StandInAlone = Nothing };

    private static ConformanceCheck Refused(string name, string section, Func<ProviderCalls, Task<string[]>> proofs) =>
        Of(name, section, async calls => SignInChecks.Refused(await AskAsync(calls, await proofs(calls)), "invalid_dpop_proof"));

    private static string? Challenged(Answer answer, string error) =>
        answer.Status == 401 && answer.Headers.GetValueOrDefault("WWW-Authenticate") is { } challenge
        && challenge.StartsWith("DPoP ", StringComparison.Ordinal) && challenge.Contains($"error=\"{error}\"", StringComparison.Ordinal)
            ? null
            : $"not 401 {error}: {answer} {answer.Headers.GetValueOrDefault("WWW-Authenticate")}";

    private static string? BoundTo(string confirmation) =>
        (string?)JsonNode.Parse(confirmation)!["jkt"] is var thumbprint && thumbprint == Base64UrlEncoder.Encode(Shown(Key).ComputeJwkThumbprint())
            ? null
            : $"it is bound to '{thumbprint}'";

    private static async Task<Answer> AskAsync(ProviderCalls calls, params string[] proofs) => await calls.SendFormAsync(
        await calls.EndpointAsync(Endpoint),
        [("grant_type", "client_credentials"), ("client_id", ProviderUnderTest.Client), ("client_secret", ProviderUnderTest.Secret)],
        null,
        proofs);

    /// <summary>A bound token of the user.</summary>
    private static async Task<string> SignInAsync(ProviderCalls calls)
    {
        var granted = await calls.SendFormAsync(
            await calls.EndpointAsync(Endpoint),
            [
                ("grant_type", "authorization_code"),
                ("code", await calls.CodeAsync()),
                ("redirect_uri", ProviderUnderTest.Redirect),
                ("code_verifier", ProviderCalls.Verifier),
                ("client_id", ProviderUnderTest.Client),
                ("client_secret", ProviderUnderTest.Secret),
            ],
            null,
            Proof(await ForTokensAsync(calls)));
        return granted.Text("access_token") ?? throw new ConformanceException($"no token is given: {granted}");
    }

    private static async Task<Answer> TellAsync(ProviderCalls calls, string scheme, string token, params string[] proofs) =>
        await calls.GetAsync(await calls.EndpointAsync("userinfo_endpoint"), $"{scheme} {token}", proofs);

    private static async Task<JsonObject> ForTokensAsync(ProviderCalls calls, params (string Name, JsonNode? Value)[] changes)
    {
        var claims = Claims("POST", await calls.EndpointAsync(Endpoint));
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

    private static async Task<JsonObject> ForUserInfoAsync(ProviderCalls calls, string token)
    {
        var claims = Claims("GET", await calls.EndpointAsync("userinfo_endpoint"));
        claims["ath"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
        return claims;
    }

    private static JsonObject Claims(string method, string address) => new()
    {
        ["htm"] = method,
        ["htu"] = address,
        ["iat"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
        ["jti"] = RandomNumberGenerator.GetHexString(32),
    };

    private static string Proof(JsonObject claims, string type = "dpop+jwt", ECDsa? key = null, ECDsa? shown = null, bool isPrivate = false)
    {
        var jwk = Shown(shown ?? key ?? Key);
        var members = new Dictionary<string, object> { ["kty"] = jwk.Kty, ["crv"] = jwk.Crv, ["x"] = jwk.X, ["y"] = jwk.Y };
        if (isPrivate)
        {
            members["d"] = "AQAB";
        }

        return SignedText.Sign(key ?? Key, "ES256", claims, new Dictionary<string, object> { [JwtHeaderParameterNames.Typ] = type, ["jwk"] = members });
    }

    private static JsonWebKey Shown(ECDsa key) => JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(key));
}
