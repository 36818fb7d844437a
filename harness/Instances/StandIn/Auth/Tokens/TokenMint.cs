using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.Tokens;

/// <summary>Makes tokens, signed for real, of what the provider's state says.</summary>
internal sealed class TokenMint(TimeProvider timeProvider)
{
    private readonly JsonWebTokenHandler handler = new();
    private long issued;

    /// <summary>The provider's clock.</summary>
    public DateTimeOffset TimeOf(AuthState now) => timeProvider.GetUtcNow() + now.ClockOffset;

    /// <summary>What no facet changes.</summary>
    public DateTimeOffset TrueTime => timeProvider.GetUtcNow();

    public string MintAccessToken(AuthState now, IssuedToken token)
    {
        var claims = token.Session is null ? [] : UserClaims.Of(now, token.Subject);
        AddTimes(claims, now, token);
        claims["aud"] = now.Settings.Audience ?? now.Audience;
        claims["sub"] = token.Subject;
        claims["client_id"] = token.Client;
        claims["jti"] = CountIssued(now);
        if (token.Confirmation is { } confirmation)
        {
            claims["cnf"] = confirmation;
        }

        if (token.Session is { } session)
        {
            claims["scope"] = token.Scope;
            claims["sid"] = session.Id;
        }

        foreach (var (name, count) in now.Settings.ClaimLists ?? ImmutableSortedDictionary<string, int>.Empty)
        {
            claims[name] = ClaimList.Of(name, count);
        }

        return Sign(MergePatch.Apply(claims, now.Settings.Claims), now.Settings.TokenType ?? JwtConstants.HeaderType, now.Signing.Credentials);
    }

    /// <summary>OpenID Connect Core 1.0, section 2.</summary>
    public string MintIdToken(AuthState now, IssuedToken token, Session session, string accessToken)
    {
        var claims = UserClaims.Of(now, session.User);
        AddTimes(claims, now, token);
        claims["aud"] = session.Client;
        claims["auth_time"] = session.SignedInAt.ToUnixTimeSeconds();
        claims["sid"] = session.Id;
        claims["at_hash"] = HashOf(accessToken, now.Signing.Algorithm);
        if (session.Nonce is { } nonce)
        {
            claims["nonce"] = nonce;
        }

        return Sign(claims, JwtConstants.HeaderType, now.Signing.Credentials);
    }

    private static void AddTimes(JsonObject claims, AuthState now, IssuedToken token)
    {
        claims["iss"] = now.TokenIssuer;
        claims["iat"] = token.IssuedAt.ToUnixTimeSeconds();
        claims["nbf"] = token.IssuedAt.ToUnixTimeSeconds();
        claims["exp"] = token.IssuedAt.ToUnixTimeSeconds() + (long)now.TokenLifetime.TotalSeconds;
    }

    /// <summary>Left half of the hash that goes with the signature (section 3.1.3.6).</summary>
    private static string HashOf(string accessToken, string algorithm)
    {
        var bytes = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch
        {
            "512" => SHA512.HashData(bytes),
            "384" => SHA384.HashData(bytes),
            _ => SHA256.HashData(bytes),
        };
        return Base64UrlEncoder.Encode(hash[..(hash.Length / 2)]);
    }

    private string Sign(JsonObject claims, string type, SigningCredentials credentials) =>
        handler.CreateToken(claims.ToJsonString(), credentials, new Dictionary<string, object> { [JwtHeaderParameterNames.Typ] = type });

    /// <summary>Unique within and between runs: the key is made anew for each run.</summary>
    private string CountIssued(AuthState now) =>
        string.Create(CultureInfo.InvariantCulture, $"{now.Signing.KeyId[..8]}-{Interlocked.Increment(ref issued)}");
}
