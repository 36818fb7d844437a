using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Stages;

/// <summary>A version of a service that runs on a server, and what it attested of itself.</summary>
internal sealed record ServerRun
{
    public const string Listener = "http";

    public required IInstance Instance { get; init; }

    /// <summary>As attested by the server itself.</summary>
    public required ServerVersion Version { get; init; }

    public required ImmutableSortedDictionary<string, string> Libraries { get; init; }

    /// <summary>Where the gateway reaches it: directly, or by a link.</summary>
    public required Uri Routed { get; init; }

    public GatewayTarget Target => new(Version.StampOf(Instance.Name), Routed);
}
