namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Reads back what the traffic wrote, and counts what is lost and doubled.</summary>
public sealed record ReadLedgerStepPlan : StepPlan;
