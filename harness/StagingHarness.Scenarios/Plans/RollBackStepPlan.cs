namespace StagingHarness.Scenarios.Plans;

/// <summary>Places the previous version back on every server; what serves changes with the restart.</summary>
public sealed record RollBackStepPlan : VersionStepPlan;
