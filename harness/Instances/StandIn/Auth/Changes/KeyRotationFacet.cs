using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.Changes;

/// <summary>The provider signs with a new key. The old one stays in the key set, or is withdrawn with all tokens that it signed.</summary>
internal sealed record KeyRotationFacet(SigningKey Next, bool KeepsOld) : IFacet
{
    public AuthState Apply(AuthState state) => state with
    {
        Signing = Next,
        Published = KeepsOld ? [Next, .. state.Published] : [Next],
    };
}
