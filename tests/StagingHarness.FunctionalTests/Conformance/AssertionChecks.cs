using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>Clients that sign who they are, and send no secret (<c>private_key_jwt</c>).</summary>
internal static class AssertionChecks
{
    private const string Endpoint = "token_endpoint";
    private const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public static IReadOnlyList<ConformanceCheck> All { get; } =
    [
        new("Client_may_sign_who_it_is", "OpenID Connect Core 1.0, section 9; RFC 7523, section 2.2", async calls =>
            SignInChecks.ProblemOf(await AskAsync(calls, Sign(await ClaimsAsync(calls))))),
        new("Stronger_signature_is_taken_as_well", "RFC 7518, section 3.1", async calls =>
            SignInChecks.ProblemOf(await AskAsync(calls, Sign(await ClaimsAsync(calls), algorithm: "PS256")))),
        new("Assertions_are_announced", "RFC 8414, section 2", async calls =>
            (await calls.MetadataAsync())["token_endpoint_auth_methods_supported"] is JsonArray methods && methods.Any(method => method!.GetValue<string>() == "private_key_jwt")
                ? null
                : "'private_key_jwt' is not among the methods"),
        new("Algorithms_of_assertions_are_announced", "RFC 8414, section 2", async calls =>
            (await calls.MetadataAsync())["token_endpoint_auth_signing_alg_values_supported"] is JsonArray { Count: > 0 } known
            && !known.Any(one => one!.GetValue<string>() == "none")
                ? null
                : "what clients sign with is not announced, or they need not sign")
        {
            StandInAlone = "OpenIddict 7.8 announces the methods alone",
        },
        new("Client_that_proves_nothing_is_called_so", "RFC 7521, section 4.2.1", async calls =>
        {
            using var key = RSA.Create(2048);
            return await AskAsync(calls, Sign(await ClaimsAsync(calls), key)) is var answer && answer.Text("error") == "invalid_client" ? null : $"{answer}";
        }),
        Refused("Assertion_that_a_stranger_signed_is_refused", "RFC 7523, section 3, item 9", async calls =>
        {
            using var key = RSA.Create(2048);
            return Sign(await ClaimsAsync(calls), key);
        }),
        Refused("Assertion_for_another_audience_is_refused", "RFC 7523, section 3, item 3", async calls => Sign(await ClaimsAsync(calls, ("aud", "http://other.example/")))),
        Refused("Assertion_about_another_client_is_refused", "RFC 7523, section 3, items 1 and 2", async calls => Sign(await ClaimsAsync(calls, ("iss", ProviderUnderTest.OtherClient)))),
        Refused("Assertion_that_has_run_out_is_refused", "RFC 7523, section 3, item 4", async calls =>
            Sign(await ClaimsAsync(calls, ("exp", TimeProvider.System.GetUtcNow().AddHours(-1).ToUnixTimeSeconds())))),
        Refused("Assertion_without_an_end_is_refused", "RFC 7523, section 3, item 4", async calls => Sign(await ClaimsAsync(calls, ("exp", null)))),
        Refused("Assertion_is_taken_once", "OpenID Connect Core 1.0, section 9 (jti)", async calls =>
        {
            var assertion = Sign(await ClaimsAsync(calls));
            var first = await AskAsync(calls, assertion);
            return first.Status == 200 ? assertion : throw new ConformanceException($"the first time: {first}");
        }) with
        {
            StandInAlone = "OpenIddict 7.8 takes an assertion as often as it comes, until it has run out",
        },
    ];

    private static ConformanceCheck Refused(string name, string source, Func<ProviderCalls, Task<string>> assertion) => new(name, source, async calls =>
        await AskAsync(calls, await assertion(calls)) is var answer && answer.Status is 400 or 401 && answer.Text("error") is not null && answer.Text("access_token") is null
            ? null
            : $"{answer}");

    private static Task<Answer> AskAsync(ProviderCalls calls, string assertion) => calls.PostWithoutCredentialsAsync(
        Endpoint, null, ("grant_type", "client_credentials"), ("client_assertion_type", Type), ("client_assertion", assertion));

    private static string Sign(JsonObject claims, RSA? key = null, string algorithm = "RS256") =>
        SignedText.Sign(key ?? ProviderUnderTest.ClientKey, algorithm, claims, new Dictionary<string, object> { [JwtHeaderParameterNames.Typ] = "client-authentication+jwt" });

    /// <summary>What is in order; a null takes a claim away.</summary>
    private static async Task<JsonObject> ClaimsAsync(ProviderCalls calls, params (string Name, JsonNode? Value)[] changes)
    {
        var claims = new JsonObject
        {
            ["iss"] = ProviderUnderTest.Client,
            ["sub"] = ProviderUnderTest.Client,
            ["aud"] = (await calls.MetadataAsync())["issuer"]!.GetValue<string>(),
            ["iat"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            ["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds(),
            ["jti"] = RandomNumberGenerator.GetHexString(32),
        };
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
}
