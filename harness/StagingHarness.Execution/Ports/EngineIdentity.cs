namespace StagingHarness.Execution.Ports;

/// <summary>Which engine serves, and why, in one plain line.</summary>
public sealed record EngineIdentity(string Name, string Reason);
