using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Gateway;

/// <summary>A server that the gateway leads to, with what it stamps on the server's answers.</summary>
public sealed record RouteTarget
{
    /// <summary>Room for shares of a millionth among a hundred servers, far from where sums overflow.</summary>
    public const int LargestWeight = 1_000_000_000;

    public required string Instance { get; init; }

    public required string Release { get; init; }

    public required string Platform { get; init; }

    /// <summary>Null for a service that has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Configuration { get; init; }

    /// <summary><c>http://HOST:PORT</c>, no path.</summary>
    public required Uri Address { get; init; }

    /// <summary>Its part of the traffic, from 1: so many requests of as many as all weights sum up to.</summary>
    public int Weight { get; init; } = 1;
}
