using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.Execution.Ports.Browsing;

/// <summary>How the browser reaches the stage.</summary>
public sealed record BrowserOrder
{
    /// <summary>Where pages are opened, and the only place that is shown credentials.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>
    /// SHA-256 of the public key of the gateway's certificate, Base64: taken for valid there, and for nobody else's; null where pages come by plain
    /// connections.
    /// </summary>
    public string? GatewayKeyHash { get; init; }

    /// <summary>How the names in addresses are reached; empty where they are reached as they are.</summary>
    public required ImmutableArray<ClientRoute> Routes { get; init; }
}
