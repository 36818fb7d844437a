namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Keeps the traffic flowing for as long as it takes; a page ends it early, for the runbook takes over.</summary>
public sealed record WatchStepPlan : StepPlan;
