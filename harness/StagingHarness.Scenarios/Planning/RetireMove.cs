namespace StagingHarness.Scenarios.Planning;

/// <summary>Servers that leave the stage.</summary>
internal sealed record RetireMove : Move;
