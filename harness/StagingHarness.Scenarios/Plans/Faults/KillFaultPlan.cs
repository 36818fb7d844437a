namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>The instances are killed (SIGKILL); when the fault ends they start again, with what ran before.</summary>
public sealed record KillFaultPlan : InstanceFaultPlan;
