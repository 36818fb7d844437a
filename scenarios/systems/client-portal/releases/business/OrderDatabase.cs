using Npgsql;

namespace ClientPortal.Release.Business;

/// <summary>The orders, as they lie in the portal's PostgreSQL.</summary>
internal sealed class OrderDatabase(NpgsqlDataSource database) : IOrders, IAsyncDisposable
{
    private const string Query = "SELECT number, item, quantity, placed_on FROM orders ORDER BY number";

    public async Task<IReadOnlyList<Order>> ListAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.CreateCommand(Query);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Order> orders = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            orders.Add(new Order(
                reader.GetInt32(0),
                reader.GetString(1),
                reader.GetInt32(2),
                reader.GetFieldValue<DateOnly>(3)));
        }

        return orders;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
