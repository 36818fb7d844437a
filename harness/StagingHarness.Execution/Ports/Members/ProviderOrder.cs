using System.Collections.Immutable;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>How the provider stand-in begins.</summary>
public sealed record ProviderOrder
{
    public required string Audience { get; init; }

    /// <summary>Lifetime of access tokens.</summary>
    public required TimeSpan TokenLifetime { get; init; }

    /// <summary>Client id to secret (made for this run).</summary>
    public required ImmutableSortedDictionary<string, string> Clients { get; init; }
}
