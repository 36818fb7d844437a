using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AccountSite;

/// <summary>Sign-in at the provider, as ASP.NET Core brings it.</summary>
internal static class SiteServices
{
    /// <summary>For what scripts of a page ask: they are answered 401, where a page would be sent to the provider.</summary>
    public const string ScriptPolicy = "script";

    public static void AddAccountSite(this IServiceCollection services, IConfiguration configuration)
    {
        IConfigurationSection settings = configuration.GetSection("Site");
        services.AddHealthChecks();
        SiteKeys.Keep(services.AddDataProtection().SetApplicationName("account-site"), settings);
        services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie(Sessions.Configure)
            .AddOpenIdConnect(options => Configure(options, settings));
        Sessions.Add(services);
        services.AddAuthorizationBuilder().AddPolicy(ScriptPolicy, policy => policy
            .AddAuthenticationSchemes(CookieAuthenticationDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser());
    }

    private static void Configure(OpenIdConnectOptions options, IConfigurationSection settings)
    {
        options.Authority = settings["Issuer"];
        options.ClientId = settings["ClientId"];
        options.ClientSecret = settings["ClientSecret"];
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.Scope.Add("offline_access");
        options.SaveTokens = true;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.NameClaimType = "name";
        SignInRequests.Configure(options);
        if (options.Authority?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) == true)
        {
            AllowPlainHttp(options);
        }
    }

    /// <summary>For whoever configures a plain http issuer, and for nobody else: browsers keep no secure cookie that comes over plain http, and carry no other one with a form from another site.</summary>
    private static void AllowPlainHttp(OpenIdConnectOptions options)
    {
        options.RequireHttpsMetadata = false;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        foreach (CookieBuilder cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
    }
}
