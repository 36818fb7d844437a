namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>The instances are off the network and go on running; when the fault ends they are back under the same names.</summary>
public sealed record DisconnectFaultPlan : InstanceFaultPlan;
