namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>The instances stand still: their connections stay open and nothing moves; when the fault ends they go on.</summary>
public sealed record PauseFaultPlan : InstanceFaultPlan;
