namespace StagingHarness.Scenarios.Plans.Systems.Readiness;

/// <summary>Ready when the port accepts a TCP connection.</summary>
public sealed record PortReadinessPlan : ReadinessPlan;
