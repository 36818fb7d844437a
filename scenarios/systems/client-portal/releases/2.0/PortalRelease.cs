using ClientPortal.Contract;
using ClientPortal.Release.Business;
using ClientPortal.Release.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientPortal.Release;

/// <summary>Release 2.0: clients sign in at a third-party provider and bring its access token.</summary>
public sealed class PortalRelease : IRelease
{
    public void RegisterServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddBusiness(configuration);
        services.AddSingleton<AccessTokenValidator>();
        services.AddOptions<ProviderSettings>()
            .Bind(configuration.GetSection(ProviderSettings.Section))
            .Validate(settings => settings.HasIssuer(), ProviderSettings.IssuerRequirement)
            .Validate(settings => settings.HasAudience(), ProviderSettings.AudienceRequirement)
            .ValidateOnStart();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) =>
        routes.MapBusiness().AddEndpointFilter<RouteGroupBuilder, AccessTokenFilter>();
}
