using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Granting;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth.SignIn;

/// <summary>Sign-in for a device without a browser of its own (RFC 8628): what the device is given, and the page of its user.</summary>
internal sealed class DeviceFlow(TokenMint mint, DeviceCodes devices)
{
    private const string NoSuchCode = "No device waits with this code; look whether it shows another one by now.";

    /// <summary>Section 3.2.</summary>
    public AuthAnswer Begin(AuthState now, string client, ImmutableDictionary<string, string> form)
    {
        if (!now.SignIn.Clients.ContainsKey(client))
        {
            return OAuthAnswer.Refuse(400, "unauthorized_client", "This provider signs nobody in for the client.");
        }

        var (deviceCode, request) = devices.Add(client, form.GetValueOrDefault("scope") ?? "", mint.TimeOf(now));
        var page = EndpointPlace.AddressOf(now, StandInEndpoint.Device);
        return OAuthAnswer.Of(new JsonObject
        {
            ["device_code"] = deviceCode,
            ["user_code"] = request.UserCode,
            ["verification_uri"] = page,
            ["verification_uri_complete"] = $"{page}?user_code={request.UserCode}",
            ["expires_in"] = (long)DeviceCodes.Lifetime.TotalSeconds,
            ["interval"] = (long)request.Interval.TotalSeconds,
        });
    }

    public static AuthAnswer ShowPage(AuthState now, string query) => FormFields.TryParse(query, out var fields)
        ? Page(now, 200, fields.GetValueOrDefault("user_code") ?? "", "", problem: null)
        : OAuthAnswer.Page(400, ProviderPage.Refused("A parameter of this request stands there twice."));

    /// <summary>Who has signed in learns whether there is such a code, and nobody else does (section 5.1).</summary>
    public AuthAnswer TakeForm(AuthState now, string body)
    {
        if (!FormFields.TryParse(body, out var form) || !form.TryGetValue("user_code", out var code))
        {
            return OAuthAnswer.Page(400, ProviderPage.Refused("This is no form of the page for devices."));
        }

        var name = form.GetValueOrDefault("username") ?? "";
        if (!UserCheck.Passes(now, name, form.GetValueOrDefault("password") ?? ""))
        {
            return Page(now, 401, code, name, UserCheck.WrongPassword);
        }

        var isRefused = form.GetValueOrDefault("decision") is "deny";
        return !devices.TryDecide(code, mint.TimeOf(now), request => isRefused ? request with { IsRefused = true } : request with { Session = SessionOf(now, request, name) })
            ? Page(now, 400, code, name, NoSuchCode)
            : OAuthAnswer.Page(200, isRefused ? ProviderPage.DeviceRefused : ProviderPage.DeviceConnected);
    }

    private Session SessionOf(AuthState now, DeviceRequest request, string user) => new()
    {
        Id = Grants.NewSecret(),
        User = user,
        Client = request.Client,
        Scope = request.Scope,
        Nonce = null,
        SignedInAt = mint.TimeOf(now),
    };

    private static AuthAnswer Page(AuthState now, int status, string code, string name, string? problem) =>
        OAuthAnswer.Page(status, ProviderPage.Device(EndpointPlace.PathOf(now, StandInEndpoint.Device), code, name, problem));
}
