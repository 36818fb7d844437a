namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Places the previous version back on every server; what serves changes with the restart.</summary>
public sealed record RollBackStepPlan : VersionStepPlan;
