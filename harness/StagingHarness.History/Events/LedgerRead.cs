namespace StagingHarness.History.Events;

/// <summary>What the traffic wrote was read back after its end. The ids lie in the run folder; the counts can be made again from them.</summary>
public sealed record LedgerRead : JournalEvent
{
    /// <summary>The server that was asked.</summary>
    public required string Instance { get; init; }

    public required int Pages { get; init; }

    /// <summary>A page said which one comes next, or that none does; false where no page has anything at the scenario's pointer.</summary>
    public required bool NamesNext { get; init; }

    /// <summary>Ids in all pages, also those that stand there more than once or that nobody here wrote.</summary>
    public required int Ids { get; init; }

    /// <summary>Lowercase hex SHA-256 of the file with the ids.</summary>
    public required string IdsSha256 { get; init; }

    /// <summary>Writes that were sent; null from a harness that did not write it yet.</summary>
    public long? Sent { get; init; }

    /// <summary>Writes that the client was told of with 2xx.</summary>
    public required long Acknowledged { get; init; }

    /// <summary>Acknowledged, and absent.</summary>
    public required long Lost { get; init; }

    /// <summary>Acknowledged, and present more than once.</summary>
    public required long Doubled { get; init; }

    /// <summary>Present, although the client was told of a failure or of nothing; no fault of the system.</summary>
    public required long Unacknowledged { get; init; }

    /// <summary>Absent, and the client was told of a failure or of nothing; null from a harness that did not write it yet.</summary>
    public long? UnacknowledgedAbsent { get; init; }

    /// <summary>Ids of the generator's warm-up, which counts for nothing.</summary>
    public required long WarmUp { get; init; }

    /// <summary>Ids that no request of this run carries.</summary>
    public required long Foreign { get; init; }
}
