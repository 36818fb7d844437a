namespace StagingHarness.History.Events;

/// <summary>The effect of a fault was seen.</summary>
public sealed record FaultProved : JournalEvent
{
    /// <summary>Its name.</summary>
    public required string Fault { get; init; }

    /// <summary>What was seen, with its figures.</summary>
    public required string Proof { get; init; }
}
