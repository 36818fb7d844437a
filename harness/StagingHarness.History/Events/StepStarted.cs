namespace StagingHarness.History.Events;

/// <summary>A step began.</summary>
public sealed record StepStarted : JournalEvent
{
    public required string Sentence { get; init; }
}
