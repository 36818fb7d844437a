namespace StagingHarness.Scenarios.Building;

/// <summary>A key, where it was set, and what it was set to.</summary>
internal sealed record BlockEntry(string Key, SourceLine Place, Value Value);
