using Microsoft.Extensions.Caching.Memory;

namespace AccountSite;

/// <summary>Tokens of sessions, in the memory of this server, beginning with those that the cookie brings; renewed when they have expired.</summary>
internal sealed class SessionTokens(IMemoryCache cache, RefreshTokens refresh, ILogger<SessionTokens> log) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _turn = new(1);

    /// <exception cref="TokenRefusedException">The provider renews them no more.</exception>
    public async Task EnsureAsync(string session, TokenSet brought)
    {
        if (IsGood(session, brought))
        {
            return;
        }

        // To its end, whoever hangs up: what it brings is for all who come with this session.
        await _turn.WaitAsync();
        try
        {
            if (!IsGood(session, brought))
            {
                TokenSet expired = cache.Get<TokenSet>(session) ?? brought;
                cache.Set(session, await refresh.UseAsync(expired.RefreshToken), Kept);
                log.LogInformation("The tokens of a session were renewed.");
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool IsGood(string session, TokenSet brought) => DateTimeOffset.UtcNow < (cache.Get<TokenSet>(session) ?? brought).ExpiresAt;
}
