using System.Collections.Immutable;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>Traffic for servers that were added.</summary>
internal sealed record LeadMove : Move
{
    /// <summary>Null: as much as each of the others.</summary>
    public required Share? Share { get; init; }

    public required ImmutableArray<string> Twins { get; init; }

    /// <summary>The first share of its canary.</summary>
    public required bool Opens { get; init; }
}
