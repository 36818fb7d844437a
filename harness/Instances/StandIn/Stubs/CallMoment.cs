using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Stubs;

/// <summary>
/// What holds for a call: all that is asked about it is answered as of the moment when it came, so that a change in between leaves no call
/// with the mappings of neither contract, or of both.
/// </summary>
internal sealed class CallMoment(AuthModel model)
{
    private readonly AsyncLocal<FacetSettings?> current = new();

    /// <summary>What the call is answered by.</summary>
    public FacetSettings Settings => current.Value ?? model.Settings;

    public EndpointRule RuleOf(string name) => Settings.Endpoints?.GetValueOrDefault(name) ?? EndpointRules.Plain;

    /// <summary>A call has come: whatever is asked about it from here on is answered as of now.</summary>
    public void Begin() => current.Value = model.Settings;

    public void Add(IApplicationBuilder builder) => builder.Use(async (context, next) =>
    {
        Begin();
        await next(context);
    });
}
