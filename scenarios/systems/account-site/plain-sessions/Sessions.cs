using Microsoft.AspNetCore.Authentication.Cookies;

namespace AccountSite;

/// <summary>How long somebody stays signed in: as long as the cookie, as ASP.NET Core does it by itself.</summary>
internal static class Sessions
{
    public static void Add(IServiceCollection services) => ArgumentNullException.ThrowIfNull(services);

    public static void Configure(CookieAuthenticationOptions options) => ArgumentNullException.ThrowIfNull(options);
}
