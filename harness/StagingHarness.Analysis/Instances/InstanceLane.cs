using System.Collections.Immutable;

namespace StagingHarness.Analysis.Instances;

/// <summary>What became of one instance over the run.</summary>
public sealed record InstanceLane
{
    public required string Instance { get; init; }

    /// <summary>Null for gateway, provider and generator.</summary>
    public required string? Service { get; init; }

    /// <summary>In the order of their starts.</summary>
    public required ImmutableArray<GenerationStretch> Generations { get; init; }

    /// <summary>Stretches between two different readings of the health check, in order.</summary>
    public required ImmutableArray<HealthStretch> Health { get; init; }
}
