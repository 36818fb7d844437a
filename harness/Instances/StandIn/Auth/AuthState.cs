using System.Collections.Immutable;

namespace StagingHarness.StandIn.Auth;

/// <summary>All that the provider's answers depend on, at one moment. Each member is a facet that can be exchanged.</summary>
internal sealed record AuthState
{
    /// <summary>Without a slash at its end.</summary>
    public required string Issuer { get; init; }

    public required string Audience { get; init; }

    public required TimeSpan TokenLifetime { get; init; }

    /// <summary>How far the provider's clock goes ahead of true time; negative, behind it.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>Client id to secret.</summary>
    public required ImmutableSortedDictionary<string, string> Clients { get; init; }

    /// <summary>Signs new tokens.</summary>
    public required SigningKey Signing { get; init; }

    /// <summary>What the key set shows; not always only the key that signs.</summary>
    public required ImmutableArray<SigningKey> Published { get; init; }
}
