using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>The token endpoint: who gets what there, and who does not.</summary>
internal static class TokenChecks
{
    private const string Endpoint = "token_endpoint";

    private static readonly (string Name, string Value) ForItself = ("grant_type", "client_credentials");

    public static IReadOnlyList<ConformanceCheck> All { get; } =
    [
        new("Client_gets_a_token_of_its_own_and_no_refresh_token", "RFC 6749, section 4.4.3", async calls =>
            await calls.PostAsync(Endpoint, ForItself) is var answer && SignInChecks.ProblemOf(answer) is { } problem ? problem
                : answer.Text("refresh_token") is not null ? "a refresh token is given" : null),
        new("Client_may_use_the_header", "RFC 6749, section 2.3.1", async calls =>
            SignInChecks.ProblemOf(await calls.PostWithoutCredentialsAsync(Endpoint, Basic(ProviderUnderTest.Secret), ForItself))),
        new("Wrong_secret_is_refused", "RFC 6749, section 5.2", async calls =>
            await calls.PostWithoutCredentialsAsync(Endpoint, null, ForItself, ("client_id", ProviderUnderTest.Client), ("client_secret", "wrong")) is { Status: 400 or 401 } answer
            && answer.Text("error") == "invalid_client"
                ? null
                : "it is taken, or the error is another"),
        new("Wrong_secret_in_the_header_is_challenged", "RFC 6749, section 5.2", async calls =>
            await calls.PostWithoutCredentialsAsync(Endpoint, Basic("wrong"), ForItself) is var answer
            && answer.Headers.GetValueOrDefault("WWW-Authenticate")?.Contains("Basic", StringComparison.OrdinalIgnoreCase) == true
                ? SignInChecks.Refused(answer, "invalid_client", 401)
                : $"no challenge comes with it: {answer}"),
        new("Unknown_grant_is_refused", "RFC 6749, section 5.2", async calls =>
            SignInChecks.Refused(await calls.PostAsync(Endpoint, ("grant_type", "urn:example:magic")), "unsupported_grant_type")),
        new("Request_without_a_grant_is_refused", "RFC 6749, section 5.2", async calls =>
            SignInChecks.Refused(await calls.PostAsync(Endpoint), "invalid_request")),
        new("Tokens_are_asked_for_by_POST", "RFC 6749, section 3.2", async calls =>
            await calls.GetAsync($"{await calls.EndpointAsync(Endpoint)}?grant_type=client_credentials") is { Status: >= 400 and < 500 } ? null : "GET is answered"),
        new("Refresh_gives_new_tokens_about_the_same_user", "RFC 6749, section 6; OpenID Connect Core 1.0, section 12.2", async calls =>
        {
            var first = await calls.SignInAsync();
            var second = await calls.RefreshAsync(RefreshTokenOf(first));
            return SignInChecks.ProblemOf(second) is { } problem ? problem
                : second.Text("access_token") == first.Text("access_token") ? "the access token is the old one"
                : second.Text("id_token") is { } token && Subject(token) != Subject(first.Text("id_token")!) ? "the id token is about another user" : null;
        }),
        new("Refresh_token_that_was_used_buys_nothing_more", "RFC 9700, section 4.14.2", async calls =>
        {
            var first = RefreshTokenOf(await calls.SignInAsync());
            var second = await calls.RefreshAsync(first);
            return SignInChecks.ProblemOf(second) ?? SignInChecks.Refused(await calls.RefreshAsync(first), "invalid_grant");
        }),
        new("Refresh_token_of_nobody_buys_nothing", "RFC 6749, section 5.2", async calls =>
            SignInChecks.Refused(await calls.RefreshAsync("no-such-token"), "invalid_grant")),
        new("Refresh_token_of_another_client_buys_nothing", "RFC 6749, section 6", async calls => SignInChecks.Refused(
            await calls.PostWithoutCredentialsAsync(
                Endpoint,
                null,
                ("grant_type", "refresh_token"),
                ("refresh_token", RefreshTokenOf(await calls.SignInAsync())),
                ("client_id", ProviderUnderTest.OtherClient),
                ("client_secret", ProviderUnderTest.OtherSecret)),
            "invalid_grant")),
    ];

    public static string RefreshTokenOf(Answer granted) => granted.Text("refresh_token") ?? throw new ConformanceException($"no refresh token is given: {granted}");

    /// <summary>Both parts are form-encoded first.</summary>
    private static string Basic(string secret) =>
        $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(ProviderUnderTest.Client)}:{Uri.EscapeDataString(secret)}"))}";

    private static string Subject(string token) => new JsonWebToken(token).Subject;
}
