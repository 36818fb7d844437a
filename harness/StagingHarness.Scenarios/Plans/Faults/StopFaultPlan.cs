namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>The instances are stopped (SIGTERM, and what is in flight may end); when the fault ends they start again, with what ran before.</summary>
public sealed record StopFaultPlan : InstanceFaultPlan;
