namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>The on-call team decides what to do; it takes as long as the scenario prescribes.</summary>
public sealed record DecideStepPlan : StepPlan;
