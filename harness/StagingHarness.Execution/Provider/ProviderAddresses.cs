using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.Execution.Provider;

/// <summary>Where a provider stand-in is reached.</summary>
internal sealed record ProviderAddresses
{
    /// <summary>As servers, clients and the harness call it.</summary>
    public required Uri Issuer { get; init; }

    /// <summary>How clients outside of the stage reach the issuer.</summary>
    public required ImmutableArray<ClientRoute> Routes { get; init; }

    /// <summary>As the harness reaches it.</summary>
    public required Uri Control { get; init; }
}
