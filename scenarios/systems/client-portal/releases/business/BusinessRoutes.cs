using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClientPortal.Release.Business;

/// <summary>The portal's business, the same in every release; how a client signs in is not.</summary>
internal static class BusinessRoutes
{
    /// <summary>Maps the business routes and returns their group, for a release to guard.</summary>
    public static RouteGroupBuilder MapBusiness(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api");
        group.MapGet("/account", (PortalData data) => TypedResults.Ok(data.Account));
        group.MapGet("/orders", async (IOrders orders, CancellationToken cancellationToken) =>
            TypedResults.Ok(await orders.ListAsync(cancellationToken)));
        return group;
    }
}
