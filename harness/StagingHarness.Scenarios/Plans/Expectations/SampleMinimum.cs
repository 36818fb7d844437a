namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Samples below which an expectation is inconclusive, never met.</summary>
public sealed record SampleMinimum(int Total, int PerInstance);
