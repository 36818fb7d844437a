namespace StagingHarness.History.Events;

/// <summary>Every scheduled request is accounted for.</summary>
public sealed record TrafficEnded : JournalEvent
{
    public required long Scheduled { get; init; }

    public required long Answered { get; init; }

    /// <summary>Sent, but no answer came.</summary>
    public required long Unanswered { get; init; }

    /// <summary>Never sent: the generator could not keep up.</summary>
    public required long Dropped { get; init; }

    /// <summary>Lowercase hex SHA-256 of the records in the sample file.</summary>
    public required string SamplesSha256 { get; init; }
}
