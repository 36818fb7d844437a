using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>Devices that have no browser, and whose users sign in elsewhere.</summary>
internal static class DeviceChecks
{
    private const string Endpoint = "device_authorization_endpoint";
    private const string Grant = "urn:ietf:params:oauth:grant-type:device_code";

    public static IReadOnlyList<ConformanceCheck> All { get; } =
    [
        new("Sign_in_of_devices_is_announced", "RFC 8628, section 4", async calls =>
            await calls.MetadataAsync() is var document && document[Endpoint] is not null
            && document["grant_types_supported"] is JsonArray grants && grants.Any(grant => grant!.GetValue<string>() == Grant)
                ? null
                : "its endpoint or its grant is missing"),
        new("Device_gets_codes_and_a_place", "RFC 8628, section 3.2", async calls => ProblemOf(await BeginAsync(calls))),
        new("Stranger_gets_no_codes", "RFC 8628, section 3.1; RFC 6749, section 5.2", async calls =>
            await calls.PostWithoutCredentialsAsync(Endpoint, null, ("client_id", ProviderUnderTest.Client), ("client_secret", "wrong")) is { Status: 400 or 401 } answer
            && answer.Text("error") == "invalid_client"
                ? null
                : "it is given some, or the error is another"),
        new("Device_waits_for_its_user", "RFC 8628, section 3.5", async calls =>
            SignInChecks.Refused(await PollAsync(calls, await BeginAsync(calls)), "authorization_pending")),
        new("Device_that_asks_at_once_again_is_slowed_down", "RFC 8628, section 3.5", async calls =>
        {
            var told = await BeginAsync(calls);
            return SignInChecks.Refused(await PollAsync(calls, told), "authorization_pending") ?? SignInChecks.Refused(await PollAsync(calls, told), "slow_down");
        })
        {
            StandInAlone = "OpenIddict 7.8 answers each call that the user has not signed in yet, and leaves the pace to its host",
        },
        new("Device_gets_the_tokens_of_its_user", "RFC 8628, section 3.5; RFC 6749, section 5.1", async calls =>
        {
            var told = await BeginAsync(calls);
            var page = await DecideAsync(calls, told);
            var granted = await PollAsync(calls, told);
            return page.Status != 200 ? $"the page: {page}"
                : SignInChecks.ProblemOf(granted) is { } problem ? $"{problem}: {granted}"
                : granted.Text("id_token") is not { } token || new JsonWebToken(token).Subject != ProviderUnderTest.User ? "the id token is about somebody else" : null;
        }),
        new("Code_of_a_device_buys_once", "RFC 8628, section 3.5; RFC 6749, section 5.2", async calls =>
        {
            var told = await BeginAsync(calls);
            await DecideAsync(calls, told);
            return await PollAsync(calls, told) is { Status: 200 } ? SignInChecks.Refused(await PollAsync(calls, told), "invalid_grant") : "not even once";
        }),
        new("User_who_refuses_is_believed", "RFC 8628, section 3.5", async calls =>
        {
            var told = await BeginAsync(calls);
            await DecideAsync(calls, told, "deny");
            return SignInChecks.Refused(await PollAsync(calls, told), "access_denied");
        }),
        new("Code_of_no_device_buys_nothing", "RFC 6749, section 5.2", async calls =>
            SignInChecks.Refused(await calls.PostAsync("token_endpoint", ("grant_type", Grant), ("device_code", "no-such-code")), "invalid_grant")),
        new("Device_without_a_code_is_refused", "RFC 6749, section 5.2", async calls =>
            SignInChecks.Refused(await calls.PostAsync("token_endpoint", ("grant_type", Grant)), "invalid_request")),
        new("Code_of_another_client_s_device_buys_nothing", "RFC 6749, section 5.2", async calls =>
        {
            var told = await BeginAsync(calls);
            await DecideAsync(calls, told);
            return SignInChecks.Refused(
                await calls.PostWithoutCredentialsAsync(
                    "token_endpoint",
                    null,
                    ("grant_type", Grant),
                    ("device_code", told.Text("device_code")!),
                    ("client_id", ProviderUnderTest.OtherClient),
                    ("client_secret", ProviderUnderTest.OtherSecret)),
                "invalid_grant");
        }),
    ];

    private static string? ProblemOf(Answer told) =>
        told.Status != 200 ? $"{told}"
        : ((string[])["device_code", "user_code", "verification_uri"]).FirstOrDefault(member => string.IsNullOrEmpty(told.Text(member))) is { } missing ? $"'{missing}' is missing"
        : told.Json!["expires_in"]?.GetValueKind() != JsonValueKind.Number ? "'expires_in' is no number"
        : told.Json!["interval"] is { } interval && interval.GetValueKind() != JsonValueKind.Number ? "'interval' is no number"
        : !Uri.TryCreate(told.Text("verification_uri"), UriKind.Absolute, out _) ? "'verification_uri' is no URL" : null;

    private static async Task<Answer> BeginAsync(ProviderCalls calls) =>
        await calls.PostAsync(Endpoint, ("scope", "openid profile")) is { Status: 200 } told && told.Text("device_code") is not null
            ? told
            : throw new ConformanceException("a device gets no codes");

    private static Task<Answer> PollAsync(ProviderCalls calls, Answer told) =>
        calls.PostAsync("token_endpoint", ("grant_type", Grant), ("device_code", told.Text("device_code")!));

    /// <summary>What the user sends from the page.</summary>
    private static Task<Answer> DecideAsync(ProviderCalls calls, Answer told, string decision = "allow") => calls.SendFormAsync(
        told.Text("verification_uri")!,
        [
            ("user_code", told.Text("user_code")!),
            ("username", ProviderUnderTest.User),
            ("password", ProviderUnderTest.Password),
            ("decision", decision),
        ]);
}
