namespace StagingHarness.Analysis.Expectations;

/// <summary>One look at the run.</summary>
/// <param name="At">Real time since the epoch; it decides to which phase the observation belongs.</param>
/// <param name="Hit">What was looked for was so.</param>
/// <param name="Instance">Of whom; null when it belongs to no instance.</param>
internal readonly record struct Observation(TimeSpan At, bool Hit, string? Instance);
