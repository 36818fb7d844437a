using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>What the provider says that it does.</summary>
/// <param name="ClockOffset">How far its clock goes ahead of true time in what it mints; negative, behind it.</param>
/// <param name="TokenLifetime">Of tokens that it gives out from now on.</param>
/// <param name="SigningKey">Id of the key that signs.</param>
/// <param name="PublishedKeys">Ids of the keys that its key set shows.</param>
public sealed record ProviderState(TimeSpan ClockOffset, TimeSpan TokenLifetime, string SigningKey, ImmutableArray<string> PublishedKeys)
{
    /// <summary>How it differs from a plain provider.</summary>
    public FacetSettings Settings { get; init; } = new();
}
