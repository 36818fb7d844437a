namespace OrderDesk;

/// <summary>Asks for the next token at half of the life of the one that it has, and goes on with that one where it gets none.</summary>
internal sealed class AccessTokens(IServiceProvider services, ILogger<AccessTokens> log) : IDisposable
{
    private static readonly TimeSpan UntilNextTry = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile KeptToken? _kept;

    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        if (_kept is { } kept && DateTimeOffset.UtcNow < kept.RenewAt)
        {
            return kept.Value;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _kept is { } renewed && DateTimeOffset.UtcNow < renewed.RenewAt ? renewed.Value : await AskAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>For all who wait: it does not end because the one who asks hangs up.</summary>
    private async Task<string> AskAsync()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        try
        {
            AccessToken token = await services.GetRequiredService<TokenEndpoint>().AskAsync(CancellationToken.None);
            _kept = new KeptToken(token.Value, now + (token.Lifetime / 2), now + token.Lifetime);
        }
        catch (TokenUnavailableException exception) when (_kept is { } kept && now < kept.ExpiresAt)
        {
            log.LogWarning("The desk goes on with the token that it has: {Reason}", exception.Message);
            _kept = kept with { RenewAt = now + UntilNextTry };
        }

        return _kept.Value;
    }
}
