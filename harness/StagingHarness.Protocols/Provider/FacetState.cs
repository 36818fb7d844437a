using System.Collections.Immutable;

namespace StagingHarness.Protocols.Provider;

/// <summary>What the stand-in does now.</summary>
public sealed record FacetState
{
    public required double ClockOffsetSeconds { get; init; }

    public required long TokenLifetimeSeconds { get; init; }

    /// <summary>Id of the key that signs.</summary>
    public required string SigningKey { get; init; }

    /// <summary>Ids of the keys that the key set shows.</summary>
    public required ImmutableArray<string> PublishedKeys { get; init; }

    /// <summary>What was ordered so far; null where it is plain.</summary>
    public required FacetSettings Settings { get; init; }
}
