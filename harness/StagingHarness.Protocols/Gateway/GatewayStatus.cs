using System.Collections.Immutable;

namespace StagingHarness.Protocols.Gateway;

/// <summary>What the gateway does and has done.</summary>
public sealed record GatewayStatus
{
    /// <summary>Number of changes of targets so far.</summary>
    public required long Revision { get; init; }

    /// <summary>Every address that was ever a target, in order of its first appearance.</summary>
    public required ImmutableArray<ServerLoad> Servers { get; init; }

    /// <summary>Requests sent to a server, those in flight included.</summary>
    public required long Forwarded { get; init; }

    /// <summary>Requests answered 503 because there was no target.</summary>
    public required long WithoutTarget { get; init; }

    /// <summary>Failures while forwarding by name of YARP's <c>ForwarderError</c>; what did not occur is absent.</summary>
    public required ImmutableSortedDictionary<string, long> Failures { get; init; }
}
