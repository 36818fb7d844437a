namespace StagingHarness.History.Events;

/// <summary>A step was not run.</summary>
public sealed record StepSkipped : JournalEvent
{
    public required string Reason { get; init; }

    public required StepSkipKind Kind { get; init; }
}
