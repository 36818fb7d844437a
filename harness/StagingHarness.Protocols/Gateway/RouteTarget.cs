namespace StagingHarness.Protocols.Gateway;

/// <summary>A server that the gateway leads to, with what it stamps on the server's answers.</summary>
public sealed record RouteTarget
{
    public required string Instance { get; init; }

    public required string Release { get; init; }

    public required string Platform { get; init; }

    /// <summary><c>http://HOST:PORT</c>, no path.</summary>
    public required Uri Address { get; init; }
}
