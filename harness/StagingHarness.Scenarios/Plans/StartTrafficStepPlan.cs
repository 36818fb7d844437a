namespace StagingHarness.Scenarios.Plans;

/// <summary>Obtains credentials, warms the generator and starts the traffic.</summary>
public sealed record StartTrafficStepPlan : StepPlan;
