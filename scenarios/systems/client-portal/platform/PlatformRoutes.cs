using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClientPortal.Platform;

/// <summary>The routes that every server answers, whichever release it runs.</summary>
internal static class PlatformRoutes
{
    public static void MapPlatform(this IEndpointRouteBuilder routes, Attestation attestation)
    {
        routes.MapGet("/health", () => TypedResults.Text("healthy"));
        routes.MapGet("/version", () => TypedResults.Ok(attestation.Report()));
    }
}
