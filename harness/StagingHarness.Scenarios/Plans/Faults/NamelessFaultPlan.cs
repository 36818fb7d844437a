namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>The names of the instances lead nowhere; they go on running. What is open to them may break. When the fault ends they are found again.</summary>
public sealed record NamelessFaultPlan : InstanceFaultPlan;
