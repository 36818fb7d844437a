namespace StagingHarness.History.Events;

/// <summary>The clients have new tokens again.</summary>
public sealed record RenewalResumed : JournalEvent
{
    /// <summary>So often they had asked in vain.</summary>
    public required int Failed { get; init; }
}
