namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>Some servers of a rolling upgrade.</summary>
internal sealed record ReplaceMove : Move
{
    public required bool Surge { get; init; }

    /// <summary>The first one of its rolling upgrade.</summary>
    public required bool Opens { get; init; }

    /// <summary>A server is killed in the middle, and the move ends there.</summary>
    public bool CutOff { get; init; }
}
