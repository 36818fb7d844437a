using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Ports;

/// <summary>A server that the gateway leads to, with the stamp for its answers.</summary>
public sealed record GatewayTarget(ServerStamp Stamp, Uri Address);
