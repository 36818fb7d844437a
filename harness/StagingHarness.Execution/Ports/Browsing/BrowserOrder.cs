using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.Execution.Ports.Browsing;

/// <summary>How the browser reaches the stage.</summary>
public sealed record BrowserOrder
{
    /// <summary>Where pages are opened, and the only place that is shown credentials.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>How the names in addresses are reached; empty where they are reached as they are.</summary>
    public required ImmutableArray<ClientRoute> Routes { get; init; }
}
