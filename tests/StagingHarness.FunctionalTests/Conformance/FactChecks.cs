using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>What a provider tells of tokens, and how a sign-in ends.</summary>
internal static class FactChecks
{
    public static IReadOnlyList<ConformanceCheck> All { get; } =
    [
        new("Userinfo_is_about_the_user_of_the_id_token", "OpenID Connect Core 1.0, section 5.3.2", async calls =>
        {
            var granted = await calls.SignInAsync();
            var told = await calls.GetAsync(await calls.EndpointAsync("userinfo_endpoint"), $"Bearer {granted.Text("access_token")}");
            return told.Status == 200 && told.Text("sub") == new JsonWebToken(granted.Text("id_token")).Subject ? null : $"{told}";
        }),
        new("Userinfo_without_a_token_is_challenged", "RFC 6750, section 3", async calls => Challenged(await calls.GetAsync(await calls.EndpointAsync("userinfo_endpoint")))),
        new("Userinfo_with_a_forged_token_is_challenged", "RFC 6750, section 3.1", async calls =>
            Challenged(await calls.GetAsync(await calls.EndpointAsync("userinfo_endpoint"), "Bearer forged"))),
        new("Good_token_is_told_to_be_active", "RFC 7662, section 2.2", async calls =>
            await calls.PostAsync("introspection_endpoint", ("token", (await calls.SignInAsync()).Text("access_token")!)) is var told
            && told.Status == 200 && IsActive(told) && told.Text("sub") is not null
                ? null
                : $"{told}"),
        new("Forged_token_is_told_to_be_inactive_and_no_more", "RFC 7662, section 2.2", async calls =>
            await calls.PostAsync("introspection_endpoint", ("token", "forged")) is { Status: 200, Json: { Count: 1 } told } && told["active"]?.GetValueKind() == JsonValueKind.False
                ? null
                : "something else is told"),
        new("Introspection_is_for_clients", "RFC 7662, section 2.1", async calls =>
            await calls.PostWithoutCredentialsAsync("introspection_endpoint", null, ("token", "forged")) is { Status: 400 or 401 } ? null : "a stranger is told"),
        new("Token_that_was_revoked_is_inactive", "RFC 7009, section 2", async calls =>
        {
            var token = (await calls.SignInAsync()).Text("access_token")!;
            var revoked = await calls.PostAsync("revocation_endpoint", ("token", token));
            var told = await calls.PostAsync("introspection_endpoint", ("token", token));
            return revoked.Status == 200 && told.Status == 200 && !IsActive(told) ? null : $"{revoked}; then {told}";
        }),
        new("Sign_in_whose_refresh_token_was_revoked_is_over", "RFC 7009, section 2.1", async calls =>
        {
            var token = TokenChecks.RefreshTokenOf(await calls.SignInAsync());
            var revoked = await calls.PostAsync("revocation_endpoint", ("token", token));
            return revoked.Status == 200 ? SignInChecks.Refused(await calls.RefreshAsync(token), "invalid_grant") : $"{revoked}";
        }),
        new("Revocation_of_what_is_not_there_is_right", "RFC 7009, section 2.2", async calls =>
            await calls.PostAsync("revocation_endpoint", ("token", "forged")) is { Status: 200 } ? null : "it is refused"),
        new("Signed_out_browser_goes_where_the_client_says", "OpenID Connect RP-Initiated Logout 1.0, section 3", async calls =>
            await SignOutAsync(calls, ProviderUnderTest.SignedOut) is var left
            && left.Location?.StartsWith(ProviderUnderTest.SignedOut, StringComparison.Ordinal) == true && left.Landed("state") == ProviderCalls.State
                ? null
                : $"{left}"),
        new("Signed_out_browser_goes_to_no_stranger", "OpenID Connect RP-Initiated Logout 1.0, section 3", async calls =>
            SignInChecks.SentNowhere(await SignOutAsync(calls, "http://stranger.example/"))),
    ];

    private static string? Challenged(Answer answer) =>
        answer.Status == 401 && answer.Headers.GetValueOrDefault("WWW-Authenticate")?.StartsWith("Bearer", StringComparison.OrdinalIgnoreCase) == true ? null : $"{answer}";

    private static bool IsActive(Answer told) => told.Json?["active"]?.GetValueKind() == JsonValueKind.True;

    private static async Task<Answer> SignOutAsync(ProviderCalls calls, string uri) => await calls.GetAsync(
        $"{await calls.EndpointAsync("end_session_endpoint")}?id_token_hint={(await calls.SignInAsync()).Text("id_token")}"
            + $"&post_logout_redirect_uri={Uri.EscapeDataString(uri)}&state={Uri.EscapeDataString(ProviderCalls.State)}");
}
