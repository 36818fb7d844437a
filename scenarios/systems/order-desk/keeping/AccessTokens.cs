using Microsoft.Extensions.Caching.Memory;

namespace OrderDesk;

/// <summary>Keeps a token for as long as it is good; when it is gone, one asks for the next and the others wait.</summary>
internal sealed class AccessTokens(IMemoryCache cache, IServiceProvider services) : IDisposable
{
    private const string Key = "access-token";

    private readonly SemaphoreSlim _turn = new(1);

    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        if (cache.TryGetValue(Key, out string? kept))
        {
            return kept!;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return (await cache.GetOrCreateAsync(Key, async entry =>
            {
                // For all who wait: it does not end because the one who asks hangs up.
                AccessToken token = await services.GetRequiredService<TokenEndpoint>().AskAsync(CancellationToken.None);
                entry.AbsoluteExpirationRelativeToNow = token.Lifetime;
                return token.Value;
            }))!;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
