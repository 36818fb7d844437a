using System.Collections.Immutable;

namespace StagingHarness.Cleaning;

/// <summary>What a cleaning did.</summary>
/// <param name="Lines">A line each, also where there was nothing to do.</param>
/// <param name="IsClean">Nothing is left that should have gone; in a dry run, nothing stands in the way of removing it.</param>
public sealed record CleaningReport(ImmutableArray<string> Lines, bool IsClean);
