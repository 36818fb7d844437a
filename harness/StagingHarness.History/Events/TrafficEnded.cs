using System.Collections.Immutable;
using System.Text.Json.Serialization;

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

    /// <summary>Connections that the generator opened, its warm-up included; 0 where nobody told.</summary>
    public long Connections { get; init; }

    /// <summary>Journeys that were left where they stood when the traffic was stopped.</summary>
    public long UnfinishedJourneys { get; init; }

    /// <summary>Answers by what the gateway saw its clients speak; null where it does not say, which is so with plain HTTP/1.1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, long>? Spoken { get; init; }

    /// <summary>Lowercase hex SHA-256 of the records in the sample file.</summary>
    public required string SamplesSha256 { get; init; }
}
