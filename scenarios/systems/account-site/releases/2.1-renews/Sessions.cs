using Microsoft.AspNetCore.Authentication.Cookies;

namespace AccountSite;

/// <summary>How long somebody stays signed in: as long as the provider renews the tokens of the session.</summary>
internal static class Sessions
{
    public static void Add(IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddSingleton<RefreshTokens>();
        services.AddSingleton<SessionTokens>();
        services.AddTransient<SessionRenewal>();
    }

    public static void Configure(CookieAuthenticationOptions options) => options.EventsType = typeof(SessionRenewal);
}
