namespace StagingHarness.History.Events;

/// <summary>A step asked the stage for something; written once, when it held or was given up.</summary>
public sealed record CheckAsked : JournalEvent
{
    /// <summary>What was asked for, as a clause.</summary>
    public required string Check { get; init; }

    /// <summary>How often; at least once.</summary>
    public required int Asked { get; init; }

    /// <summary>It held.</summary>
    public required bool IsMet { get; init; }

    /// <summary>What was seen last.</summary>
    public required string LastAnswer { get; init; }
}
