namespace StagingHarness.Analysis.Outcomes;

/// <summary>What the requests due in one second of real time got.</summary>
/// <param name="From">Start of the second, whole seconds since the epoch.</param>
/// <param name="Counts">By who answered, and what.</param>
public sealed record SecondOutcomes(TimeSpan From, OutcomeCounts Counts);
