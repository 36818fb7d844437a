using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.Changes;

/// <summary>The provider is as it was started, but for its keys: what was withdrawn stays withdrawn.</summary>
/// <param name="Initial">As it was started.</param>
/// <param name="Next">Signs from now on; null where the key that signs is of the usual kind.</param>
internal sealed record RestoreFacet(AuthState Initial, SigningKey? Next) : IFacet
{
    public AuthState Apply(AuthState state)
    {
        var restored = state with
        {
            ClockOffset = Initial.ClockOffset,
            TokenLifetime = Initial.TokenLifetime,
            Settings = new FacetSettings(),
            Shown = null,
        };
        return Next is null ? restored : restored with { Signing = Next, Published = [Next] };
    }
}
