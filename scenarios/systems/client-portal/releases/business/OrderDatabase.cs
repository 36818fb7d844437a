using Npgsql;

namespace ClientPortal.Release.Business;

/// <summary>The orders, as they lie in the portal's PostgreSQL.</summary>
internal sealed class OrderDatabase(NpgsqlDataSource database) : IOrders, IAsyncDisposable
{
    private const string Columns = "number, item, quantity, placed_on, reference";

    private const string Latest =
        $"SELECT {Columns} FROM (SELECT {Columns} FROM orders ORDER BY number DESC LIMIT $1) AS latest ORDER BY number";

    private const string Single = $"SELECT {Columns} FROM orders WHERE number = $1";

    private const string Placed =
        $"SELECT {Columns} FROM orders WHERE number > $1 AND reference IS NOT NULL ORDER BY number LIMIT $2";

    /// <summary>One statement is one transaction: it is committed when the command returns.</summary>
    private const string Insert =
        $"INSERT INTO orders (item, quantity, placed_on, reference) VALUES ($1, $2, CURRENT_DATE, $3) RETURNING {Columns}";

    public async Task<IReadOnlyList<Order>> ListAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.CreateCommand(Latest);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = OrderPage.Shown });
        return await ReadAsync(command, cancellationToken);
    }

    public async Task<Order?> FindAsync(int number, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.CreateCommand(Single);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = number });
        List<Order> found = await ReadAsync(command, cancellationToken);
        return found.SingleOrDefault();
    }

    public async Task<Order> PlaceAsync(OrderRequest request, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.CreateCommand(Insert);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = request.Item });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = request.Quantity });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = request.Reference });
        List<Order> placed = await ReadAsync(command, cancellationToken);
        return placed[0];
    }

    public async Task<IReadOnlyList<Order>> ListPlacedAsync(int after, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.CreateCommand(Placed);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = OrderPage.Size });
        return await ReadAsync(command, cancellationToken);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static async Task<List<Order>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Order> orders = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            orders.Add(new Order(
                reader.GetInt32(0),
                reader.GetString(1),
                reader.GetInt32(2),
                reader.GetFieldValue<DateOnly>(3),
                reader.IsDBNull(4) ? null : reader.GetString(4)));
        }

        return orders;
    }
}
