using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Instances;

/// <summary>One started generation of an instance, from ready to its end.</summary>
/// <param name="Generation">Counts the starts of the instance, from 1.</param>
/// <param name="Version">As it was started; null where there is none.</param>
/// <param name="From">Real time since the epoch.</param>
/// <param name="Until">When it ended, or what is known ends.</param>
/// <param name="Died">It ended although nobody stopped it.</param>
public sealed record GenerationStretch(int Generation, ServerVersion? Version, TimeSpan From, TimeSpan Until, bool Died);
