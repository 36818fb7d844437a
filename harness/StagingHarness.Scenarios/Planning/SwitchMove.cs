namespace StagingHarness.Scenarios.Planning;

/// <summary>Blue to green.</summary>
internal sealed record SwitchMove : Move;
