using System.Text.Json.Serialization;

namespace StagingHarness.History.Events;

/// <summary>A customer has come to the end of what there was to do in the browser, or something went wrong on the way.</summary>
public sealed record BrowserJourneyEnded : JournalEvent
{
    public required string Journey { get; init; }

    /// <summary>Counts those of one name, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Real time since the epoch at which it began.</summary>
    public required TimeSpan Began { get; init; }

    /// <summary>Until it was completed, or went wrong; the event comes when a picture of that is taken.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>The step at which it went wrong, in words; null when it was completed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WrongAt { get; init; }

    /// <summary>What was wrong there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }

    /// <summary>HTTP status with which the page was answered that was shown last; null when none was.</summary>
    public required int? Status { get; init; }

    /// <summary>The beginning of what that page said; empty when it was completed.</summary>
    public required string Seen { get; init; }

    /// <summary>What the customer saw when it went wrong: a file in the run folder; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Picture { get; init; }

    /// <summary>Every step went as it should.</summary>
    [JsonIgnore]
    public bool IsCompleted => WrongAt is null;
}
