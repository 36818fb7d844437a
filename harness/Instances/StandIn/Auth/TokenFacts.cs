using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.StandIn.Auth;

/// <summary>What the provider tells of tokens that it gave out.</summary>
internal sealed class TokenFacts(TokenMint mint, Grants grants)
{
    private const string BearerScheme = "Bearer ";

    /// <summary>OpenID Connect Core 1.0, section 5.3; refusals as in RFC 6750, section 3.</summary>
    public AuthAnswer TellUser(AuthState now, string? authorization)
    {
        if (authorization?.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase) != true)
        {
            return Challenge(401, "Bearer");
        }

        if (grants.FindActive(authorization[BearerScheme.Length..].Trim(), mint.TimeOf(now)) is not { } issued)
        {
            return Challenge(401, "Bearer error=\"invalid_token\", error_description=\"The token is unknown, expired or revoked.\"");
        }

        return issued.Session is { } && issued.Scope.Split(' ').Contains("openid", StringComparer.Ordinal)
            ? OAuthAnswer.Of(UserClaims.Of(now, issued.Subject))
            : Challenge(403, "Bearer error=\"insufficient_scope\", scope=\"openid\"");
    }

    /// <summary>RFC 7662.</summary>
    public AuthAnswer Introspect(AuthState now, ImmutableDictionary<string, string> form)
    {
        if (!form.TryGetValue("token", out var token))
        {
            return OAuthAnswer.Refuse(400, "invalid_request", "The token is missing.");
        }

        if (grants.FindActive(token, mint.TimeOf(now)) is { } issued)
        {
            // Who gave it out and for whom stands in it, whatever the provider says of itself now.
            var claims = (JsonObject)JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[1]))!;
            return OAuthAnswer.Of(new JsonObject
            {
                ["active"] = true,
                ["client_id"] = issued.Client,
                ["sub"] = issued.Subject,
                ["scope"] = issued.Scope,
                ["iss"] = claims["iss"]?.DeepClone(),
                ["aud"] = claims["aud"]?.DeepClone(),
                ["token_type"] = "Bearer",
                ["iat"] = issued.IssuedAt.ToUnixTimeSeconds(),
                ["exp"] = issued.ExpiresAt.ToUnixTimeSeconds(),
            });
        }

        return OAuthAnswer.Of(grants.FindRefreshToken(token) is { } session
            ? new JsonObject { ["active"] = true, ["client_id"] = session.Client, ["sub"] = session.User, ["scope"] = session.Scope }
            : new JsonObject { ["active"] = false });
    }

    /// <summary>RFC 7009.</summary>
    public AuthAnswer Revoke(string client, ImmutableDictionary<string, string> form)
    {
        if (!form.TryGetValue("token", out var token))
        {
            return OAuthAnswer.Refuse(400, "invalid_request", "The token is missing.");
        }

        return grants.TryRevoke(token, client)
            ? new AuthAnswer(200, "") { Headers = OAuthAnswer.NotStored }
            : OAuthAnswer.InvalidGrant("The token was given to another client.");
    }

    private static AuthAnswer Challenge(int status, string challenge) =>
        new(status, "") { Headers = OAuthAnswer.NotStored.Add("WWW-Authenticate", challenge) };
}
