namespace StagingHarness.Scenarios.Plans;

/// <summary>The service's own health check: read on every instance directly, each <see cref="Interval"/> of real time.</summary>
public sealed record HealthPlan(string Path, TimeSpan Interval);
