using ClientPortal.Contract;
using ClientPortal.Release.Business;
using ClientPortal.Release.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientPortal.Release;

/// <summary>Release 1.0: clients sign in with the portal's own API keys; no third party is asked.</summary>
public sealed class PortalRelease : IRelease
{
    public void RegisterServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddBusiness(configuration);
        services.AddSingleton<ApiKeyRing>();
        services.AddOptions<ApiKeySettings>()
            .Bind(configuration.GetSection(ApiKeySettings.Section))
            .Validate(settings => settings.AreComplete(), ApiKeySettings.Requirement)
            .ValidateOnStart();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) =>
        routes.MapBusiness().AddEndpointFilter<RouteGroupBuilder, ApiKeyFilter>();
}
