using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>The code flow, from the browser's first request to the tokens.</summary>
internal static class SignInChecks
{
    public static IReadOnlyList<ConformanceCheck> All { get; } =
    [
        new("Browser_comes_back_with_code_and_state", "RFC 6749, section 4.1.2", async calls =>
            await calls.AuthorizeAsync() is var answer
            && answer.Location?.StartsWith(ProviderUnderTest.Redirect + "?", StringComparison.Ordinal) == true
            && answer.Landed("code") is not null
            && answer.Landed("state") == ProviderCalls.State
                ? null
                : $"{answer}"),
        new("Answer_names_the_issuer_where_that_is_announced", "RFC 9207, section 2", async calls =>
        {
            var document = await calls.MetadataAsync();
            var announced = document["authorization_response_iss_parameter_supported"]?.GetValueKind() == JsonValueKind.True;
            var named = (await calls.AuthorizeAsync()).Landed("iss");
            return announced && named != document["issuer"]!.GetValue<string>() ? $"it names '{named}'" : null;
        }),
        new("Form_post_brings_the_code_in_a_form", "OAuth 2.0 Form Post Response Mode, section 2", async calls =>
            await calls.AuthorizeAsync(("response_mode", "form_post")) is { Status: 200 } page
            && page.Body.Contains(ProviderUnderTest.Redirect, StringComparison.Ordinal)
            && page.Body.Contains("name=\"code\"", StringComparison.Ordinal)
                ? null
                : "no form with a code is shown"),
        new("Unknown_client_is_sent_nowhere", "RFC 6749, section 4.1.2.1", async calls =>
            SentNowhere(await calls.AuthorizeAsync(("client_id", "stranger")))),
        new("Foreign_redirect_URI_is_gone_to_by_nobody", "RFC 6749, section 4.1.2.1", async calls =>
            SentNowhere(await calls.AuthorizeAsync(("redirect_uri", "http://stranger.example/")))),
        new("Response_type_that_is_not_there_is_refused", "RFC 6749, section 4.1.2.1", async calls =>
            await calls.AuthorizeAsync(("response_type", "magic")) is var answer && answer.Landed("code") is null && answer.Status is 302 or 303 or 400 ? null : $"{answer}"),
        new("Code_buys_tokens_that_nobody_keeps", "RFC 6749, section 5.1", async calls => ProblemOf(await calls.SignInAsync())),
        new("Id_token_is_signed_and_is_for_the_client", "OpenID Connect Core 1.0, sections 2 and 3.1.3.7", async calls =>
        {
            var token = (await calls.SignInAsync()).Text("id_token");
            var judged = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
            {
                ValidIssuer = (await calls.MetadataAsync())["issuer"]!.GetValue<string>(),
                ValidAudience = ProviderUnderTest.Client,
                IssuerSigningKeys = new JsonWebKeySet((await calls.KeysAsync()).Body).GetSigningKeys(),
            });
            return !judged.IsValid ? $"{judged.Exception.GetType().Name}: {judged.Exception.Message}"
                : judged.ClaimsIdentity.FindFirst("nonce")?.Value != ProviderCalls.Nonce ? "the nonce is not that of the request"
                : judged.ClaimsIdentity.FindFirst("sub") is null ? "it is about nobody" : null;
        }),
        new("Algorithm_of_id_tokens_is_announced", "OpenID Connect Discovery 1.0, section 3", async calls =>
        {
            var used = new JsonWebToken((await calls.SignInAsync()).Text("id_token")).Alg;
            return (await calls.MetadataAsync())["id_token_signing_alg_values_supported"] is JsonArray announced && announced.Any(one => one!.GetValue<string>() == used)
                ? null
                : $"'{used}' is used, and not announced";
        }),
        new("Hash_of_the_access_token_is_its_own", "OpenID Connect Core 1.0, section 3.1.3.6", async calls =>
        {
            var granted = await calls.SignInAsync();
            var token = new JsonWebToken(granted.Text("id_token"));
            return !token.TryGetPayloadValue<string>("at_hash", out var hash) || hash == HashOf(granted.Text("access_token")!, token.Alg)
                ? null
                : $"'{hash}' is another one's";
        }),
        new("Wrong_proof_key_buys_nothing", "RFC 7636, section 4.6", async calls =>
            Refused(await calls.RedeemAsync(await calls.CodeAsync(), verifier: "another-verifier-that-is-long-enough-for-one"), "invalid_grant")),
        new("Code_buys_once", "RFC 6749, section 4.1.2", async calls =>
        {
            var code = await calls.CodeAsync();
            var first = await calls.RedeemAsync(code);
            return first.Status == 200 ? Refused(await calls.RedeemAsync(code), "invalid_grant") : $"the first time: {first}";
        }),
        new("Code_of_another_redirect_URI_buys_nothing", "RFC 6749, section 4.1.3", async calls =>
            Refused(await calls.RedeemAsync(await calls.CodeAsync(), redirect: "http://portal.example/other"), "invalid_grant")),
    ];

    /// <summary>What is wrong with an answer that gives tokens.</summary>
    public static string? ProblemOf(Answer answer) =>
        answer.Status != 200 ? $"{answer}"
        : string.IsNullOrEmpty(answer.Text("access_token")) ? "there is no access token"
        : !string.Equals(answer.Text("token_type"), "Bearer", StringComparison.OrdinalIgnoreCase) ? "the type of the token is not 'Bearer'"
        : answer.Json!["expires_in"] is not { } lives || lives.GetValueKind() != JsonValueKind.Number ? "'expires_in' is no number"
        : answer.Headers.GetValueOrDefault("Cache-Control")?.Contains("no-store", StringComparison.Ordinal) != true ? "it may be stored on the way"
        : null;

    /// <summary>What is wrong with a refusal.</summary>
    public static string? Refused(Answer answer, string error, int status = 400) =>
        answer.Status == status && answer.Text("error") == error ? null : $"not {status} {error}: {answer}";

    /// <summary>What is wrong with an answer that keeps the browser where it is.</summary>
    public static string? SentNowhere(Answer answer) => answer is { Status: >= 400 and < 500, Location: null } ? null : $"{answer}";

    private static string HashOf(string token, string algorithm)
    {
        var bytes = Encoding.ASCII.GetBytes(token);
        var hash = algorithm[^3..] switch
        {
            "384" => SHA384.HashData(bytes),
            "512" => SHA512.HashData(bytes),
            _ => SHA256.HashData(bytes),
        };
        return Base64UrlEncoder.Encode(hash[..(hash.Length / 2)]);
    }
}
