using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientPortal.Contract;

/// <summary>
/// What a release of the client portal is to the platform that loads it: one public class with a constructor without
/// parameters. The platform brings the shared libraries; a release ships none of them, and beside it what it alone needs.
/// </summary>
public interface IRelease
{
    /// <summary>Called once, before the server is built.</summary>
    void RegisterServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Called once, before the server listens. '/health' and '/version' belong to the platform.</summary>
    void MapRoutes(IEndpointRouteBuilder routes);
}
