namespace StagingHarness.Scenarios.Plans;

/// <summary>The names of the instances lead nowhere, and what was open to them is cut; they go on running. When the fault ends they are found again.</summary>
public sealed record NamelessFaultPlan : InstanceFaultPlan;
