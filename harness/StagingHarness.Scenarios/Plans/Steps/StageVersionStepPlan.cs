namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Places the new version on every server of the service and starts it beside the old one, which goes on serving; the new one takes no traffic yet.</summary>
public sealed record StageVersionStepPlan : VersionStepPlan;
