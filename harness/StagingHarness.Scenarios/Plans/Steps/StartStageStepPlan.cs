namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Starts gateway, provider and all servers, in parallel, and waits until each is ready.</summary>
public sealed record StartStageStepPlan : StepPlan;
