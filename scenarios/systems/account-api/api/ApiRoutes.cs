using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AccountApi;

/// <summary>What the service answers.</summary>
internal static class ApiRoutes
{
    /// <summary>In front of authentication, as health is: what it says must be told whatever becomes of that.</summary>
    public static void UseAttestation(this IApplicationBuilder app, string path)
    {
        Attestation attestation = new();
        app.Map(path, branch => branch.Run(context => context.Response.WriteAsJsonAsync(attestation.Report(), context.RequestAborted)));
    }

    public static void MapAccountApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/public", () => TypedResults.Text("anybody may read this"));
        routes.MapGet("/api/account", ReadAccount).RequireAuthorization();
        routes.MapGet("/api/admin", () => TypedResults.Text("the back office may read this")).RequireAuthorization(ApiServices.BackOfficePolicy);
        routes.MapGet("/whoami", ReadClaims).RequireAuthorization();
    }

    private static Ok<Account> ReadAccount(ClaimsPrincipal user) => TypedResults.Ok(new Account(Caller.Of(user), "EUR", 1250));

    private static Ok<ILookup<string, string>> ReadClaims(ClaimsPrincipal user) =>
        TypedResults.Ok(user.Claims.ToLookup(claim => claim.Type, claim => claim.Value));
}
