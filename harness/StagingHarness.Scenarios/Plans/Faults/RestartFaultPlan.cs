namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>The instances are stopped and start again at once; the fault ends by itself.</summary>
public sealed record RestartFaultPlan : InstanceFaultPlan;
