namespace StagingHarness.Scenarios.Plans;

/// <summary>Samples below which an expectation is inconclusive, never met.</summary>
public sealed record SampleMinimum(int Total, int PerInstance);
