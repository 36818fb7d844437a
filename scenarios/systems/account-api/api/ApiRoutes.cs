using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AccountApi;

/// <summary>What the service answers.</summary>
internal static class ApiRoutes
{
    public static void MapAccountApi(this IEndpointRouteBuilder routes)
    {
        Attestation attestation = new();
        routes.MapGet("/health", () => TypedResults.Text("healthy"));
        routes.MapGet("/version", () => TypedResults.Ok(attestation.Report()));
        routes.MapGet("/public", () => TypedResults.Text("anybody may read this"));
        routes.MapGet("/api/account", ReadAccount).RequireAuthorization();
        routes.MapGet("/api/admin", () => TypedResults.Text("the back office may read this")).RequireAuthorization(ApiServices.BackOfficePolicy);
        routes.MapGet("/whoami", ReadClaims).RequireAuthorization();
    }

    private static Ok<Account> ReadAccount(ClaimsPrincipal user) => TypedResults.Ok(new Account(Caller.Of(user), "EUR", 1250));

    private static Ok<ILookup<string, string>> ReadClaims(ClaimsPrincipal user) =>
        TypedResults.Ok(user.Claims.ToLookup(claim => claim.Type, claim => claim.Value));
}
