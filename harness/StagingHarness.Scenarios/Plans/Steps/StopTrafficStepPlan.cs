namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Stops the traffic and reads what the provider has seen.</summary>
public sealed record StopTrafficStepPlan : StepPlan;
