namespace StagingHarness.Scenarios.Plans;

/// <summary>An instance is ready when a GET of <see cref="Path"/> answers 200, within <see cref="Deadline"/> of its start.</summary>
public sealed record ReadinessPlan(string Path, TimeSpan Deadline);
