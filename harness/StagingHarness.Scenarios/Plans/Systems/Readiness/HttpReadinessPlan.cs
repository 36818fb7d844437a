namespace StagingHarness.Scenarios.Plans.Systems.Readiness;

/// <summary>Ready when a GET of the path answers 200.</summary>
public sealed record HttpReadinessPlan(string Path) : ReadinessPlan;
