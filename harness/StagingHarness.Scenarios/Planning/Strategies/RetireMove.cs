namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>Servers that leave the stage.</summary>
internal sealed record RetireMove : Move;
