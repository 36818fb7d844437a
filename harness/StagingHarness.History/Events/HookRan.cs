namespace StagingHarness.History.Events;

/// <summary>Code that was handed in with the run came to its end.</summary>
public sealed record HookRan : JournalEvent
{
    public required string Hook { get; init; }

    /// <summary>Real time that it took.</summary>
    public required TimeSpan Took { get; init; }
}
