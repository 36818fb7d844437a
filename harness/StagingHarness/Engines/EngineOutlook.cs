using System.Collections.Immutable;

namespace StagingHarness.Engines;

/// <summary>What a run of a plan would stand on, and what stands in its way there; nothing is started, pulled or removed to tell it.</summary>
public sealed record EngineOutlook
{
    /// <summary><c>docker</c> or <c>process</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>Why this one, in one plain line.</summary>
    public required string Reason { get; init; }

    /// <summary>Empty when it can run the plan.</summary>
    public required ImmutableArray<EngineObstacle> Obstacles { get; init; }

    /// <summary>What a run would do first, such as pulling an image.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];
}
