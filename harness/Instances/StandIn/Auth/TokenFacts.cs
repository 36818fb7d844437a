using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.Granting;
using StagingHarness.StandIn.Auth.Proofs;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth;

/// <summary>What the provider tells of tokens that it gave out.</summary>
internal sealed class TokenFacts(TokenMint mint, Grants grants, KeyProof proofs)
{
    private const string Bearer = "Bearer";
    private const string Dpop = "DPoP";

    private static readonly string Algorithms = $"algs=\"{string.Join(' ', SignedToken.Algorithms)}\"";

    /// <summary>OpenID Connect Core 1.0, section 5.3; refusals as in RFC 6750, section 3, and RFC 9449, section 7.1, and RFC 8705, section 3.</summary>
    public AuthAnswer TellUser(AuthState now, string? authorization, ProvedCall call)
    {
        var (scheme, token) = authorization?.Split(' ', 2) is [var first, var second] ? (first, second.Trim()) : ("", "");
        var isProved = KeyProof.IsKnown(now) && scheme.Equals(Dpop, StringComparison.OrdinalIgnoreCase);
        if (!isProved && !scheme.Equals(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return Challenge(401, KeyProof.IsRequired(now) ? $"{Dpop} {Algorithms}" : Bearer);
        }

        if (grants.FindActive(token, mint.TimeOf(now)) is not { } issued)
        {
            return NotTaken(isProved ? Dpop : Bearer, "The token is unknown, expired or revoked.");
        }

        if (issued.Certificate is { } bound && bound != CertificateProof.HashOf(call.Certificate))
        {
            return NotTaken(isProved ? Dpop : Bearer, "The token is bound to a certificate, and the connection shows none or another.");
        }

        if (KeyProof.IsKnown(now) && (isProved || issued.Key is not null || KeyProof.IsRequired(now)))
        {
            if (!isProved || issued.Key is null)
            {
                return NotTaken(Dpop, "The token is bound to a key and comes without a proof, or it is bound to none.");
            }

            var (key, problem) = proofs.Look(now, call, token);
            if (key != issued.Key)
            {
                return Challenge(401, $"{Dpop} error=\"invalid_dpop_proof\", error_description=\"{problem ?? "The proof is missing, or by another key."}\", {Algorithms}");
            }
        }

        return issued.Session is { } && issued.Scope.Split(' ').Contains("openid", StringComparer.Ordinal)
            ? OAuthAnswer.Of(UserClaims.Of(now, issued.Subject))
            : Challenge(403, $"{issued.Type} error=\"insufficient_scope\", scope=\"openid\"");
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
            var told = new JsonObject
            {
                ["active"] = true,
                ["client_id"] = issued.Client,
                ["sub"] = issued.Subject,
                ["scope"] = issued.Scope,
                ["iss"] = claims["iss"]?.DeepClone(),
                ["aud"] = claims["aud"]?.DeepClone(),
                ["token_type"] = issued.Type,
                ["iat"] = issued.IssuedAt.ToUnixTimeSeconds(),
                ["exp"] = issued.ExpiresAt.ToUnixTimeSeconds(),
            };
            if (issued.Confirmation is { } confirmation)
            {
                told["cnf"] = confirmation;
            }

            return OAuthAnswer.Of(told);
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

    private static AuthAnswer NotTaken(string scheme, string description) =>
        Challenge(401, $"{scheme} error=\"invalid_token\", error_description=\"{description}\"{(scheme == Dpop ? $", {Algorithms}" : "")}");

    private static AuthAnswer Challenge(int status, string challenge) =>
        new(status, "") { Headers = OAuthAnswer.NotStored.Add("WWW-Authenticate", challenge) };
}
