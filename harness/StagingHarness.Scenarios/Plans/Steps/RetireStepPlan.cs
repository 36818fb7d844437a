namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Takes servers out of the routes, drains and stops them; they leave the stage.</summary>
public sealed record RetireStepPlan : VersionStepPlan;
