namespace StagingHarness.Scenarios.Plans;

/// <summary>Places the new version on every server of the service; the old one goes on serving.</summary>
public sealed record StageVersionStepPlan : VersionStepPlan;
