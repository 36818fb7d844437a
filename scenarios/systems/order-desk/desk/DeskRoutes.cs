using Microsoft.AspNetCore.Http.HttpResults;

namespace OrderDesk;

/// <summary>What the service answers.</summary>
internal static class DeskRoutes
{
    public static void UseAttestation(this IApplicationBuilder app, string path)
    {
        Attestation attestation = new();
        app.Map(path, branch => branch.Run(context => context.Response.WriteAsJsonAsync(attestation.Report(), context.RequestAborted)));
    }

    public static void MapOrderDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opening-hours", () => TypedResults.Text("from eight to six"));
        routes.MapGet("/api/orders", ListOrdersAsync);
    }

    private static async Task<Ok<OrderList>> ListOrdersAsync(AccountClient accounts, CancellationToken cancellationToken) =>
        TypedResults.Ok(new OrderList(await accounts.ReadAsync(cancellationToken), ["2 desks", "1 lamp"]));
}
