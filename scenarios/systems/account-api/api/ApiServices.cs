using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace AccountApi;

/// <summary>Bearer tokens of the provider, as ASP.NET Core brings it.</summary>
internal static class ApiServices
{
    public const string BackOfficePolicy = "back-office";

    public static void AddAccountApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHealthChecks();
        IConfigurationSection settings = configuration.GetSection("Api");
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.Authority = settings["Issuer"];
            options.Audience = settings["Audience"];
            // Plain http is for whoever configures a plain http issuer, and for nobody else.
            options.RequireHttpsMetadata = options.Authority?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) != true;
            options.TokenValidationParameters.ValidAlgorithms = settings.GetSection("ValidAlgorithms").Get<string[]>();
            options.RefreshInterval = settings.GetValue("RefreshInterval", options.RefreshInterval);
            Tokens.Configure(options);
        });
        services.AddAuthorizationBuilder().AddPolicy(
            BackOfficePolicy,
            policy => policy.RequireClaim("client_id", settings.GetSection("BackOffice").Get<string[]>() ?? []));
    }
}
