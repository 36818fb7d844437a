namespace StagingHarness.Scenarios.Plans.Systems;

/// <summary>The service's own health check: read on every instance directly, each <see cref="Interval"/> of real time.</summary>
public sealed record HealthPlan(string Path, TimeSpan Interval);
