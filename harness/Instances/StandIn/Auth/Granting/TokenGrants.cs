using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth.Granting;

/// <summary>What a known client gets at the token endpoint, grant by grant.</summary>
internal sealed class TokenGrants(TokenMint mint, Grants grants, DeviceCodes devices)
{
    private const string ClientCredentialsGrant = "client_credentials";
    private const string CodeGrant = "authorization_code";
    private const string RefreshGrant = "refresh_token";

    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

    public static IReadOnlyList<string> Types { get; } = [CodeGrant, ClientCredentialsGrant, RefreshGrant, DeviceGrant];

    public AuthAnswer Answer(AuthState now, TokenAsker asker, string grant, ImmutableDictionary<string, string> form) => grant switch
    {
        ClientCredentialsGrant => GiveToClient(now, asker),
        CodeGrant => GiveForCode(now, asker, form),
        RefreshGrant => GiveForRefreshToken(now, asker, form),
        DeviceGrant => GiveToDevice(now, asker, form),
        _ => OAuthAnswer.Refuse(400, "unsupported_grant_type", $"This provider supports {string.Join(", ", Types.Select(type => $"'{type}'"))} only."),
    };

    private AuthAnswer GiveToClient(AuthState now, TokenAsker asker)
    {
        var issued = new IssuedToken
        {
            Client = asker.Client,
            Subject = asker.Client,
            Key = asker.Key,
            Certificate = asker.Certificate,
            Scope = "",
            IssuedAt = mint.TimeOf(now),
            ExpiresAt = mint.TimeOf(now) + now.TokenLifetime,
        };
        return Patched(now, Body(now, issued));
    }

    private AuthAnswer GiveForCode(AuthState now, TokenAsker asker, ImmutableDictionary<string, string> form)
    {
        if (!form.TryGetValue("code", out var code))
        {
            return OAuthAnswer.Refuse(400, "invalid_request", "The code is missing.");
        }

        var session = grants.RedeemCode(
            code, asker, form.GetValueOrDefault("redirect_uri"), form.GetValueOrDefault("code_verifier"), mint.TimeOf(now));
        if (session is null)
        {
            return OAuthAnswer.InvalidGrant("The code is unknown, used or too old, or it was given for another client, redirect URI or key.");
        }

        return GiveForSignIn(now, session, asker);
    }

    private AuthAnswer GiveToDevice(AuthState now, TokenAsker asker, ImmutableDictionary<string, string> form) =>
        !form.TryGetValue("device_code", out var code) ? OAuthAnswer.Refuse(400, "invalid_request", "The code of the device is missing.")
        : devices.TryRedeem(code, asker.Client, mint.TimeOf(now), mint.TrueTime, out var session, out var error) ? GiveForSignIn(now, session, asker)
        : OAuthAnswer.Refuse(400, error, error switch
        {
            "authorization_pending" => "The user has not signed in yet.",
            "slow_down" => "The user has not signed in yet, and the device asks too often.",
            "access_denied" => "The user has refused.",
            "expired_token" => "The code of the device is too old.",
            _ => "The code of the device is unknown or used, or it was given to another client.",
        });

    private AuthAnswer GiveForSignIn(AuthState now, Session session, TokenAsker asker)
    {
        var body = ForUser(now, session, session.Scope, asker);
        if (Has(session.Scope, "offline_access"))
        {
            body["refresh_token"] = grants.AddRefreshToken(session);
        }

        return Patched(now, body);
    }

    private AuthAnswer GiveForRefreshToken(AuthState now, TokenAsker asker, ImmutableDictionary<string, string> form)
    {
        if (!form.TryGetValue("refresh_token", out var token))
        {
            return OAuthAnswer.Refuse(400, "invalid_request", "The refresh token is missing.");
        }

        // Looked at before the token is taken: a refusal uses nothing up.
        if (form.TryGetValue("scope", out var asked)
            && grants.SessionOf(token, asker.Client) is { } granted
            && asked.Split(' ').Any(one => !Has(granted.Scope, one)))
        {
            return OAuthAnswer.Refuse(400, "invalid_scope", "More is asked for than was granted.");
        }

        var rotates = now.Settings.RefreshRotation ?? true;
        var grace = TimeSpan.FromMilliseconds(now.Settings.RefreshGraceMilliseconds ?? 0);
        if (grants.UseRefreshToken(token, asker.Client, rotates, grace, mint.TimeOf(now)) is not { } session)
        {
            return OAuthAnswer.InvalidGrant("The refresh token is unknown, used or revoked, or it was given to another client.");
        }

        var body = ForUser(now, session, asked ?? session.Scope, asker);
        body["refresh_token"] = rotates ? grants.AddRefreshToken(session) : token;
        return Patched(now, body);
    }

    private static bool Has(string scope, string one) => scope.Split(' ').Contains(one, StringComparer.Ordinal);

    private static AuthAnswer Patched(AuthState now, JsonObject body) => OAuthAnswer.Of(MergePatch.Apply(body, now.Settings.TokenAnswer));

    private JsonObject ForUser(AuthState now, Session session, string scope, TokenAsker asker)
    {
        var issued = new IssuedToken
        {
            Client = session.Client,
            Subject = session.User,
            Scope = scope,
            IssuedAt = mint.TimeOf(now),
            ExpiresAt = mint.TimeOf(now) + now.TokenLifetime,
            Key = asker.Key,
            Certificate = asker.Certificate,
            Session = session,
        };
        var body = Body(now, issued);
        body["scope"] = scope;
        if (Has(scope, "openid"))
        {
            var idToken = mint.MintIdToken(now, issued, session, body["access_token"]!.GetValue<string>());
            grants.RememberIdToken(idToken, session);
            body["id_token"] = idToken;
        }

        return body;
    }

    private JsonObject Body(AuthState now, IssuedToken issued)
    {
        var token = mint.MintAccessToken(now, issued);
        grants.Remember(token, issued);
        return new JsonObject
        {
            ["access_token"] = token,
            ["token_type"] = issued.Type,
            ["expires_in"] = (long)now.TokenLifetime.TotalSeconds,
        };
    }
}
