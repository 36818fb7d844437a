namespace StagingHarness.Scenarios.Planning;

/// <summary>Blue is not kept any longer.</summary>
internal sealed record StopOldMove : Move;
