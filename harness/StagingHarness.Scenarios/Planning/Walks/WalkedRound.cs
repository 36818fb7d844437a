namespace StagingHarness.Scenarios.Planning.Walks;

/// <summary>Which of several rounds a step stands in.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">So many there are.</param>
internal sealed record WalkedRound(int Number, int Of);
