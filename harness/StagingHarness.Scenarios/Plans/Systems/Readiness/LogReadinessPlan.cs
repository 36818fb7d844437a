namespace StagingHarness.Scenarios.Plans.Systems.Readiness;

/// <summary>Ready when a line of its output matches.</summary>
/// <param name="Pattern">Regular expression (.NET, culture-invariant), searched in each line.</param>
public sealed record LogReadinessPlan(string Pattern) : ReadinessPlan;
