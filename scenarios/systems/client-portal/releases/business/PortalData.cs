namespace ClientPortal.Release.Business;

/// <summary>What the portal knows, in memory: every server answers alike, before and after an upgrade.</summary>
internal sealed class PortalData : IOrders
{
    private static readonly IReadOnlyList<Order> Orders =
    [
        new Order(7001, "Mooring line", 4, new DateOnly(2023, 5, 2)),
        new Order(7002, "Fender", 12, new DateOnly(2023, 5, 9)),
    ];

    public Account Account { get; } = new("AC-1042", "Harbour Supplies", "EUR", 1250.40m, new DateOnly(2019, 3, 1));

    public Task<IReadOnlyList<Order>> ListAsync(CancellationToken cancellationToken) => Task.FromResult(Orders);
}
