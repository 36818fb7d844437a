namespace OrderDesk;

/// <summary>A service that calls another one in its own name: with a token that it gets for its client id and secret.</summary>
internal static class DeskServices
{
    public static void AddOrderDesk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHealthChecks();
        services.AddMemoryCache();
        services.Configure<ProviderSettings>(configuration.GetSection("Provider"));
        services.AddHttpClient<TokenEndpoint>().UseSocketsHttpHandler(ClientCertificate.Show);
        services.AddSingleton<AccessTokens>();
        services.AddTransient<TokenHandler>();
        services.AddHttpClient<AccountClient>(http => http.BaseAddress = configuration.GetValue<Uri>("Accounts:Address"))
            .AddHttpMessageHandler<TokenHandler>();
    }
}
