namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Stops the old version that a switch kept running: from here on there is no way back by routes alone.</summary>
public sealed record StopOldStepPlan : VersionStepPlan;
