namespace StagingHarness.History.Events;

/// <summary>The browser of the journeys is up.</summary>
public sealed record BrowserStarted : JournalEvent
{
    /// <summary>Path of the program.</summary>
    public required string Program { get; init; }

    /// <summary>As it says itself.</summary>
    public required string Version { get; init; }
}
