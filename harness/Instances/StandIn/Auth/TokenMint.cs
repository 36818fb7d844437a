using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.StandIn.Auth;

/// <summary>Makes tokens, signed for real, of what the provider's state says.</summary>
internal sealed class TokenMint(TimeProvider timeProvider)
{
    private readonly JsonWebTokenHandler handler = new();
    private long issued;

    public string MintAccessToken(AuthState now, string clientId)
    {
        var at = (timeProvider.GetUtcNow() + now.ClockOffset).ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = now.TokenIssuer,
            ["aud"] = now.Settings.Audience ?? now.Audience,
            ["iat"] = at,
            ["nbf"] = at,
            ["exp"] = at + (long)now.TokenLifetime.TotalSeconds,
            ["sub"] = clientId,
            ["client_id"] = clientId,
            ["jti"] = CountIssued(now),
        };
        return Sign(MergePatch.Apply(claims, now.Settings.Claims), now.Settings.TokenType ?? JwtConstants.HeaderType, now.Signing.Credentials);
    }

    private string Sign(JsonObject claims, string type, SigningCredentials credentials) =>
        handler.CreateToken(claims.ToJsonString(), credentials, new Dictionary<string, object> { [JwtHeaderParameterNames.Typ] = type });

    /// <summary>Unique within and between runs: the key is made anew for each run.</summary>
    private string CountIssued(AuthState now) =>
        string.Create(CultureInfo.InvariantCulture, $"{now.Signing.KeyId[..8]}-{Interlocked.Increment(ref issued)}");
}
