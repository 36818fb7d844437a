namespace StagingHarness.History.Events;

/// <summary>One reading of the health check of one instance, asked directly.</summary>
public sealed record HealthObserved : JournalEvent
{
    public required string Instance { get; init; }

    /// <summary>HTTP status; null when no answer came.</summary>
    public required int? Status { get; init; }

    public required TimeSpan Latency { get; init; }
}
