namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>Blue to green.</summary>
internal sealed record SwitchMove : Move;
