namespace StagingHarness.History.Events;

/// <summary>The harness stopped an instance.</summary>
public sealed record InstanceStopped : JournalEvent
{
    public required string Instance { get; init; }

    public required int Generation { get; init; }

    /// <summary>Exit code; null when it is not known.</summary>
    public required int? ExitCode { get; init; }

    /// <summary>True when it did not end within its grace and was killed.</summary>
    public required bool Killed { get; init; }
}
