using System.Collections.Immutable;

namespace StagingHarness.History.Runs;

/// <summary>All that one generation of an instance wrote.</summary>
public sealed record InstanceLog(string Instance, int Generation, ImmutableArray<LogEntry> Entries);
