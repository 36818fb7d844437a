namespace StagingHarness.Engines;

/// <summary>Something that an engine cannot do, or why it does not serve at all.</summary>
/// <param name="Step">Number of the step that it cannot carry out; null when the whole stage is meant.</param>
/// <param name="Why">What it is, with the fix.</param>
public sealed record EngineObstacle(string? Step, string Why);
