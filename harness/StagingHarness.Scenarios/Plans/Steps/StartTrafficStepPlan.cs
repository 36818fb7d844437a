namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Obtains credentials, warms the generator and starts the traffic.</summary>
public sealed record StartTrafficStepPlan : StepPlan;
