namespace StagingHarness.History.Events;

/// <summary>The provider gave the clients no new token; they go on with what they have, and ask again.</summary>
public sealed record RenewalFailed : JournalEvent
{
    public required string Credential { get; init; }

    /// <summary>What the provider answered, or that it did not.</summary>
    public required string Why { get; init; }

    /// <summary>How long what they have is good yet, real time; below zero when it has run out, null when that is not known.</summary>
    public TimeSpan? GoodFor { get; init; }
}
