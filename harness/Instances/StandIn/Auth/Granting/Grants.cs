using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.Proofs;
using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth.Granting;

/// <summary>
/// What clients hold of the provider: pushed requests, codes, tokens. Each operation is one step for all callers, so that of two who use the
/// same code or refresh token at the same time, one is the first.
/// </summary>
internal sealed class Grants
{
    /// <summary>How long a code or a pushed request waits for its use.</summary>
    public static TimeSpan CodeLifetime { get; } = TimeSpan.FromSeconds(60);

    private const int FewTokens = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Form, string Client, DateTimeOffset Until)> pushed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Session Session, AuthorizeRequest Request, DateTimeOffset Until)> codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> usedCodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Session Session, DateTimeOffset? UsedAt)> refreshTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IssuedToken> accessTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Session> idTokens = new(StringComparer.Ordinal);
    private readonly HashSet<string> ended = new(StringComparer.Ordinal);
    private int sweepAt = FewTokens;

    public static string NewSecret() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    /// <returns>The URI by which the browser brings the request (RFC 9126).</returns>
    public string Push(string form, string client, DateTimeOffset now)
    {
        var uri = $"urn:ietf:params:oauth:request_uri:{NewSecret()}";
        lock (gate)
        {
            pushed[uri] = (form, client, now + CodeLifetime);
        }

        return uri;
    }

    /// <summary>Null where the client has pushed no such request, or too long ago.</summary>
    public string? FindPushed(string uri, string client, DateTimeOffset now)
    {
        lock (gate)
        {
            return pushed.TryGetValue(uri, out var request) && request.Client == client && now < request.Until ? request.Form : null;
        }
    }

    /// <summary>Someone has signed in by it; another needs another (RFC 9126, section 7.3).</summary>
    public void ForgetPushed(string uri)
    {
        lock (gate)
        {
            pushed.Remove(uri);
        }
    }

    public string AddCode(Session session, AuthorizeRequest request, DateTimeOffset now)
    {
        var code = NewSecret();
        lock (gate)
        {
            codes[code] = (session, request, now + CodeLifetime);
        }

        return code;
    }

    /// <summary>Takes a code once. One that comes again was stolen, or its answer was: what it bought is revoked (RFC 6749, section 4.1.2).</summary>
    public Session? RedeemCode(string code, TokenAsker asker, string? redirectUri, string? verifier, DateTimeOffset now)
    {
        lock (gate)
        {
            if (!codes.TryGetValue(code, out var kept))
            {
                return null;
            }

            if (usedCodes.Contains(code))
            {
                ended.Add(kept.Session.Id);
                return null;
            }

            if (now >= kept.Until || kept.Request.Client != asker.Client || kept.Request.RedirectUri != redirectUri
                || (kept.Request.Key is { } key && key != asker.Key)
                || !ProofKey.Proves(verifier, kept.Request.Challenge))
            {
                return null;
            }

            usedCodes.Add(code);
            return kept.Session;
        }
    }

    public string AddRefreshToken(Session session)
    {
        var token = NewSecret();
        lock (gate)
        {
            refreshTokens[token] = (session, null);
        }

        return token;
    }

    /// <summary>What a refresh token was granted, whatever became of it; null when this client was given no such one.</summary>
    public Session? SessionOf(string refreshToken, string client)
    {
        lock (gate)
        {
            return refreshTokens.TryGetValue(refreshToken, out var kept) && kept.Session.Client == client ? kept.Session : null;
        }
    }

    /// <summary>Takes a refresh token: once where they rotate, and again within the grace. A later second use ends the sign-in (RFC 9700, section 4.14.2).</summary>
    public Session? UseRefreshToken(string token, string client, bool rotates, TimeSpan grace, DateTimeOffset now)
    {
        lock (gate)
        {
            if (!refreshTokens.TryGetValue(token, out var kept) || kept.Session.Client != client || ended.Contains(kept.Session.Id))
            {
                return null;
            }

            if (rotates && kept.UsedAt is { } usedAt && now - usedAt >= grace)
            {
                ended.Add(kept.Session.Id);
                return null;
            }

            if (rotates)
            {
                refreshTokens[token] = (kept.Session, kept.UsedAt ?? now);
            }

            return kept.Session;
        }
    }

    public void Remember(string accessToken, IssuedToken issued)
    {
        lock (gate)
        {
            accessTokens[accessToken] = issued;
            if (accessTokens.Count >= sweepAt)
            {
                foreach (var (old, _) in accessTokens.Where(known => known.Value.ExpiresAt <= issued.IssuedAt).ToList())
                {
                    accessTokens.Remove(old);
                }

                sweepAt = Math.Max(FewTokens, accessTokens.Count * 2);
            }
        }
    }

    public void RememberIdToken(string idToken, Session session)
    {
        lock (gate)
        {
            idTokens[idToken] = session;
        }
    }

    /// <summary>The access token, if it is good now.</summary>
    public IssuedToken? FindActive(string accessToken, DateTimeOffset now)
    {
        lock (gate)
        {
            return accessTokens.TryGetValue(accessToken, out var issued) && now < issued.ExpiresAt
                && (issued.Session is null || !ended.Contains(issued.Session.Id))
                    ? issued
                    : null;
        }
    }

    /// <summary>The sign-in of a refresh token that can still be used.</summary>
    public Session? FindRefreshToken(string token)
    {
        lock (gate)
        {
            return refreshTokens.TryGetValue(token, out var kept) && kept.UsedAt is null && !ended.Contains(kept.Session.Id) ? kept.Session : null;
        }
    }

    public Session? FindIdToken(string idToken)
    {
        lock (gate)
        {
            return idTokens.GetValueOrDefault(idToken);
        }
    }

    /// <summary>An access token alone, or with a refresh token the whole sign-in (RFC 7009, section 2.1).</summary>
    /// <returns>False when it is another client's; it stays. What is not known is not there any more, and that is right.</returns>
    public bool TryRevoke(string token, string client)
    {
        lock (gate)
        {
            if (refreshTokens.TryGetValue(token, out var kept))
            {
                if (kept.Session.Client == client)
                {
                    ended.Add(kept.Session.Id);
                }

                return kept.Session.Client == client;
            }

            return !accessTokens.TryGetValue(token, out var issued) || (issued.Client == client && accessTokens.Remove(token));
        }
    }

    public void End(Session session)
    {
        lock (gate)
        {
            ended.Add(session.Id);
        }
    }
}
