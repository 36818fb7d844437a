namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>New connections are refused, and those that are open are cut.</summary>
public sealed record RefuseFaultPlan : LinkFaultPlan;
