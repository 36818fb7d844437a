namespace StagingHarness.Execution.Stages;

/// <summary>A target of the gateway, and its part of the traffic: as many requests as its weight, of the sum of all weights.</summary>
internal sealed record WeightedRun(ServerRun Run, int Weight);
