namespace OrderDesk;

/// <summary>Asks for a token for each request.</summary>
internal sealed class AccessTokens(IServiceProvider services)
{
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        // To its end, as the releases that keep tokens do.
        AccessToken token = await services.GetRequiredService<TokenEndpoint>().AskAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return token.Value;
    }
}
