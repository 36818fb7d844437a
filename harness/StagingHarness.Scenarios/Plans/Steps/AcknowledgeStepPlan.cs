namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>The on-call team acknowledges the page; it takes as long as the scenario prescribes.</summary>
public sealed record AcknowledgeStepPlan : StepPlan;
