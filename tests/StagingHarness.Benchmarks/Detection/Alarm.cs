namespace StagingHarness.Benchmarks.Detection;

/// <summary>Detection fired, live.</summary>
/// <param name="Seen">Answers since it was armed, the one that it fired with included.</param>
/// <param name="SinceFirstWrong">Answers from the first wrong one on.</param>
/// <param name="After">From the moment at which the first wrong one was due until it was told.</param>
internal sealed record Alarm(long Seen, long SinceFirstWrong, TimeSpan After);
