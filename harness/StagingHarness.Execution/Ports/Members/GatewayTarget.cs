using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>A server that the gateway leads to, with the stamp for its answers.</summary>
public sealed record GatewayTarget(ServerStamp Stamp, Uri Address)
{
    /// <summary>Its part of the traffic: so many requests of as many as all weights sum up to.</summary>
    public int Weight { get; init; } = 1;
}
