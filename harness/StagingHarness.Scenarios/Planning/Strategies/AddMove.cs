using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>Servers that the stage did not have.</summary>
internal sealed record AddMove : Move
{
    /// <summary>Fresh servers with the old version beside them; with any, all of them leave again in the end.</summary>
    public required ImmutableArray<string> Twins { get; init; }
}
