using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.Changes;

/// <summary>Tokens that are given out from now on last so long.</summary>
internal sealed record TokenLifetimeFacet(TimeSpan Lifetime) : IFacet
{
    public AuthState Apply(AuthState state) => state with { TokenLifetime = Lifetime };
}
