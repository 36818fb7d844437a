namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>Blue is not kept any longer.</summary>
internal sealed record StopOldMove : Move;
