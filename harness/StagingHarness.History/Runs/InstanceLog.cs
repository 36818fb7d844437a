namespace StagingHarness.History.Runs;

/// <summary>All that one generation of an instance wrote.</summary>
/// <param name="Instance">Its name.</param>
/// <param name="Generation">Counts its starts, from 1.</param>
/// <param name="Entries">Line by line, in the order in which they were written; read anew each time, and never held.</param>
public sealed record InstanceLog(string Instance, int Generation, IEnumerable<LogEntry> Entries)
{
    /// <summary>There is no such log, so that nothing can be told from it.</summary>
    public bool IsMissing { get; init; }
}
