using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace ClientPortal.Release.Business;

/// <summary>The portal's business, the same in every release; how a client signs in is not.</summary>
internal static class BusinessRoutes
{
    /// <summary>Maps the business routes and returns their group, for a release to guard.</summary>
    public static RouteGroupBuilder MapBusiness(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder all = routes.MapGroup("");
        all.MapGet("/dashboard", async (PortalData data, IOrders orders, CancellationToken cancellationToken) =>
            TypedResults.Content(Dashboard.Print(data.Account, await orders.ListAsync(cancellationToken)), "text/html; charset=utf-8"));
        RouteGroupBuilder group = all.MapGroup("/api");
        group.MapGet("/account", (PortalData data) => TypedResults.Ok(data.Account));
        group.MapGet("/orders", async (IOrders orders, CancellationToken cancellationToken) =>
            TypedResults.Ok(await orders.ListAsync(cancellationToken)));
        group.MapPost("/orders", PlaceAsync);
        group.MapGet("/orders/placed", ListPlacedAsync);
        group.MapGet("/orders/{number:int}", FindAsync);
        return all;
    }

    /// <summary>Answers when the order is kept, and not before.</summary>
    private static async Task<Results<Created<Order>, BadRequest<string>>> PlaceAsync(
        OrderRequest request, IOrders orders, CancellationToken cancellationToken)
    {
        if (!request.IsComplete())
        {
            return TypedResults.BadRequest("an order has a 'reference', an 'item' and a 'quantity' of at least 1");
        }

        Order order = await orders.PlaceAsync(request, cancellationToken);
        return TypedResults.Created($"/api/orders/{order.Number}", order);
    }

    private static async Task<Results<Ok<Order>, NotFound>> FindAsync(int number, IOrders orders, CancellationToken cancellationToken) =>
        await orders.FindAsync(number, cancellationToken) is { } order ? TypedResults.Ok(order) : TypedResults.NotFound();

    private static async Task<Ok<OrderPage>> ListPlacedAsync(IOrders orders, CancellationToken cancellationToken, int after = 0)
    {
        IReadOnlyList<Order> placed = await orders.ListPlacedAsync(after, cancellationToken);
        string? next = placed.Count < OrderPage.Size ? null : $"/api/orders/placed?after={placed[^1].Number}";
        return TypedResults.Ok(new OrderPage(placed, next));
    }
}
