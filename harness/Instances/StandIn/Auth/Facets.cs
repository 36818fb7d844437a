using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.StandIn.Auth;

/// <summary>Turns what the control listener is told into facets, and the provider's state into what it tells.</summary>
internal static class Facets
{
    public static ImmutableArray<IFacet> Of(FacetOrder order)
    {
        IFacet?[] facets =
        [
            order.ClockOffsetSeconds is { } offset ? new ClockFacet(TimeSpan.FromSeconds(offset)) : null,
            order.TokenLifetimeSeconds is { } lifetime ? new TokenLifetimeFacet(TimeSpan.FromSeconds(lifetime)) : null,
            order.RotateKeysKeepingOld is { } keepsOld ? new KeyRotationFacet(SigningKey.Create(), keepsOld) : null,
        ];
        return [.. facets.OfType<IFacet>()];
    }

    public static FacetState Describe(AuthState state) => new()
    {
        ClockOffsetSeconds = state.ClockOffset.TotalSeconds,
        TokenLifetimeSeconds = (long)state.TokenLifetime.TotalSeconds,
        SigningKey = state.Signing.KeyId,
        PublishedKeys = [.. state.Published.Select(key => key.KeyId)],
    };
}
