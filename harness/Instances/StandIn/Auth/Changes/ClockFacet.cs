using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.Changes;

/// <summary>The provider's clock is off: what it mints is issued and expires earlier or later than it says.</summary>
internal sealed record ClockFacet(TimeSpan Offset) : IFacet
{
    public AuthState Apply(AuthState state) => state with { ClockOffset = Offset };
}
