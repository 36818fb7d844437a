using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>Clients that show who they are by a certificate, and tokens that are bound to it (RFC 8705).</summary>
internal static class CertificateChecks
{
    private const string Client = ProviderUnderTest.Client;
    private const string OtherClient = ProviderUnderTest.OtherClient;

    private const string Unnamed = "OpenIddict 7.8 asks for a secret or an assertion then, and calls the request invalid ('invalid_request')";

    public static IReadOnlyList<ConformanceCheck> All { get; } =
    [
        Of("Client_may_show_a_certificate_that_was_issued_for_it", "section 2.1", async calls =>
            SignInChecks.ProblemOf(await AskAsync(calls, Client, ProviderCertificates.OfClient))),
        Of("Client_may_show_a_certificate_of_its_own", "section 2.2", async calls =>
            SignInChecks.ProblemOf(await AskAsync(calls, OtherClient, ProviderCertificates.OfOtherClient))),
        Of("Certificates_are_announced", "sections 2.1.1 and 2.2.1", async calls =>
            new[] { "tls_client_auth", "self_signed_tls_client_auth" }
                .Except((await calls.MetadataAsync())["token_endpoint_auth_methods_supported"]!.AsArray().Select(method => method!.GetValue<string>()))
                .FirstOrDefault() is { } missing
                    ? $"'{missing}' is not among the methods"
                    : null),
        Of("Bound_tokens_are_announced", "section 3.3", async calls =>
            (await calls.MetadataAsync())["tls_client_certificate_bound_access_tokens"]?.GetValue<bool>() == true ? null : "they are not"),
        Of("Token_is_bound_to_the_certificate", "section 3.1", async calls =>
            BoundTo(new JsonWebToken(await TokenAsync(calls)).TryGetPayloadValue<object>("cnf", out var bound) ? $"{bound}" : "{}")),
        Of("Certificate_of_a_bound_token_is_told", "section 3.2", async calls =>
            await calls.Showing(ProviderCertificates.OfClient).PostAsync("introspection_endpoint", ("token", await SignInAsync(calls))) is { Json: { } told }
                ? BoundTo(told["cnf"]?.ToJsonString() ?? "{}")
                : "nothing is told"),
        Of("Userinfo_is_told_to_a_connection_with_the_certificate", "section 3", async calls =>
            await TellAsync(calls, ProviderCertificates.OfClient) is { Status: 200 } ? null : "it is not"),
        Untold("Bound_token_tells_nothing_without_the_certificate", null),
        Untold("Bound_token_tells_nothing_with_another_certificate", ProviderCertificates.OfOtherClient),
        Refused("Client_that_shows_no_certificate_is_refused", "section 2", Client, null) with { StandInAlone = Unnamed },
        Refused("Client_that_shows_no_certificate_of_its_own_is_refused", "section 2", OtherClient, null) with { StandInAlone = Unnamed },
        Refused("Certificate_of_another_subject_is_refused", "section 2.1", Client, ProviderCertificates.OfStranger),
        Refused("Certificate_of_another_CA_is_refused", "section 2.1", Client, ProviderCertificates.OfAnotherCa),
        Refused("Certificate_that_anybody_could_make_is_refused", "section 2.2", OtherClient, ProviderCertificates.OfImpostor),
        Refused("Certificate_of_another_client_is_refused", "section 2", OtherClient, ProviderCertificates.OfClient),
    ];

    private static ConformanceCheck Of(string name, string section, Func<ProviderCalls, Task<string?>> look) => new(name, $"RFC 8705, {section}", look);

    private static ConformanceCheck Refused(string name, string section, string client, X509Certificate2? shown) => Of(name, section, async calls =>
        await AskAsync(calls, client, shown) is var answer && answer.Status is 400 or 401 && answer.Text("error") == "invalid_client" && answer.Text("access_token") is null
            ? null
            : $"{answer}");

    private static ConformanceCheck Untold(string name, X509Certificate2? shown) => Of(name, "section 3", async calls =>
        await TellAsync(calls, shown) is var answer && answer.Status == 401 && answer.Headers.GetValueOrDefault("WWW-Authenticate")?.Contains("invalid_token", StringComparison.Ordinal) == true
            ? null
            : $"{answer}");

    private static Task<Answer> AskAsync(ProviderCalls calls, string client, X509Certificate2? shown) =>
        calls.Showing(shown).PostWithoutCredentialsAsync("token_endpoint", null, ("grant_type", "client_credentials"), ("client_id", client));

    private static async Task<string> TokenAsync(ProviderCalls calls) =>
        await AskAsync(calls, Client, ProviderCertificates.OfClient) is var answer && answer.Text("access_token") is { } token
            ? token
            : throw new ConformanceException($"no token: {answer}");

    /// <summary>An access token of a user, got by the certificate of the first client.</summary>
    private static async Task<string> SignInAsync(ProviderCalls calls)
    {
        var granted = await calls.Showing(ProviderCertificates.OfClient).PostWithoutCredentialsAsync(
            "token_endpoint",
            null,
            ("grant_type", "authorization_code"),
            ("code", await calls.CodeAsync()),
            ("redirect_uri", ProviderUnderTest.Redirect),
            ("code_verifier", ProviderCalls.Verifier),
            ("client_id", Client));
        return granted.Text("access_token") ?? throw new ConformanceException($"no token: {granted}");
    }

    private static async Task<Answer> TellAsync(ProviderCalls calls, X509Certificate2? shown)
    {
        var token = await SignInAsync(calls);
        return await calls.Showing(shown).GetAsync(await calls.EndpointAsync("userinfo_endpoint"), $"Bearer {token}");
    }

    private static string? BoundTo(string confirmation) =>
        JsonNode.Parse(confirmation)!["x5t#S256"]?.GetValue<string>() == Base64UrlEncoder.Encode(SHA256.HashData(ProviderCertificates.OfClient.RawData))
            ? null
            : $"bound to {confirmation}";
}
