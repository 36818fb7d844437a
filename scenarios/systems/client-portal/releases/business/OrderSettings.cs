using Npgsql;

namespace ClientPortal.Release.Business;

/// <summary>Where the orders lie. Without a connection string they are those of <see cref="PortalData"/>.</summary>
internal sealed class OrderSettings
{
    public const string Section = "Portal:Orders";

    public const string Requirement =
        "setting 'Portal:Orders:ConnectionString' is not a connection string of PostgreSQL; correct "
        + "'Portal__Orders__ConnectionString', such as 'Host=db;Username=portal;Database=portal', or leave it out";

    public string ConnectionString { get; init; } = "";

    public bool HasDatabase() => !string.IsNullOrWhiteSpace(ConnectionString);

    public bool IsUnderstood()
    {
        try
        {
            return !HasDatabase() || new NpgsqlConnectionStringBuilder(ConnectionString).Host is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
