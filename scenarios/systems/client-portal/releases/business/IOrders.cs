namespace ClientPortal.Release.Business;

/// <summary>Where the orders of the client are read.</summary>
internal interface IOrders
{
    /// <summary>All of them, oldest first.</summary>
    Task<IReadOnlyList<Order>> ListAsync(CancellationToken cancellationToken);
}
