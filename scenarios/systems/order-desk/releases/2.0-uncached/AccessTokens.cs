namespace OrderDesk;

/// <summary>Asks for a token for each request.</summary>
internal sealed class AccessTokens(IServiceProvider services)
{
    public async Task<string> GetAsync(CancellationToken cancellationToken) =>
        (await services.GetRequiredService<TokenEndpoint>().AskAsync(cancellationToken)).Value;
}
