namespace ClientPortal.Release.Business;

/// <summary>The orders of the client.</summary>
internal interface IOrders
{
    /// <summary>The latest ones, oldest first; at most <see cref="OrderPage.Shown"/>.</summary>
    Task<IReadOnlyList<Order>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The order of this number; null when there is none.</summary>
    Task<Order?> FindAsync(int number, CancellationToken cancellationToken);

    /// <summary>Takes an order; when this returns, it is kept.</summary>
    Task<Order> PlaceAsync(OrderRequest request, CancellationToken cancellationToken);

    /// <summary>Orders that clients have placed, with numbers above this one, in the order of their numbers; at most <see cref="OrderPage.Size"/>.</summary>
    Task<IReadOnlyList<Order>> ListPlacedAsync(int after, CancellationToken cancellationToken);
}
