namespace StagingHarness.History.Events;

/// <summary>Something that a reader of the run should know; changes no verdict.</summary>
public sealed record Noted : JournalEvent
{
    public required string Text { get; init; }
}
