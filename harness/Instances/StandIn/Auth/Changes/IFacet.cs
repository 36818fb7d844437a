using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.Changes;

/// <summary>One way in which the provider can be changed; each is a class of its own.</summary>
internal interface IFacet
{
    /// <summary>What its answers depend on once it is changed.</summary>
    AuthState Apply(AuthState state);
}
