using System.Collections.Immutable;

namespace StagingHarness.Protocols.Provider;

/// <summary>The last calls, oldest first.</summary>
public sealed record StandInJournal
{
    /// <summary>At most a thousand.</summary>
    public required ImmutableArray<JournalEntry> Entries { get; init; }

    /// <summary>Number of all calls.</summary>
    public required long Total { get; init; }
}
