namespace StagingHarness.Scenarios.Plans;

/// <summary>Ready when the port accepts a TCP connection.</summary>
public sealed record PortReadinessPlan : ReadinessPlan;
