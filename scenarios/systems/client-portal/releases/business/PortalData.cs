namespace ClientPortal.Release.Business;

/// <summary>
/// What the portal knows, in memory: every server answers alike, before and after an upgrade. Orders that a client places here are
/// known to this server alone, and gone with it.
/// </summary>
internal sealed class PortalData : IOrders
{
    private readonly Lock gate = new();

    private readonly List<Order> orders =
    [
        new Order(7001, "Mooring line", 4, new DateOnly(2023, 5, 2), Reference: null),
        new Order(7002, "Fender", 12, new DateOnly(2023, 5, 9), Reference: null),
    ];

    public Account Account { get; } = new("AC-1042", "Harbour Supplies", "EUR", 1250.40m, new DateOnly(2019, 3, 1));

    public Task<IReadOnlyList<Order>> ListAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<Order>>([.. orders.TakeLast(OrderPage.Shown)]);
        }
    }

    public Task<Order?> FindAsync(int number, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(orders.Find(order => order.Number == number));
        }
    }

    public Task<Order> PlaceAsync(OrderRequest request, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Order order = new(orders[^1].Number + 1, request.Item!, request.Quantity, DateOnly.FromDateTime(DateTime.UtcNow), request.Reference);
            orders.Add(order);
            return Task.FromResult(order);
        }
    }

    public Task<IReadOnlyList<Order>> ListPlacedAsync(int after, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<Order>>(
                [.. orders.Where(order => order.Number > after && order.Reference is not null).Take(OrderPage.Size)]);
        }
    }
}
