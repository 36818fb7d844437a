using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Ports.Instances;

/// <summary>A version that lies on a server. <see cref="Handle"/> is the engine's own (a folder, an image).</summary>
public sealed record Placement
{
    public required string Instance { get; init; }

    public required ServerVersion Version { get; init; }

    /// <summary>Artifact id to digest, measured on what lies there now.</summary>
    public required ImmutableSortedDictionary<string, string> Digests { get; init; }

    public required string Handle { get; init; }
}
