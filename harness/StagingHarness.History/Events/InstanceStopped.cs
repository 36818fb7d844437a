namespace StagingHarness.History.Events;

/// <summary>The harness stopped an instance.</summary>
public sealed record InstanceStopped : JournalEvent
{
    public required string Instance { get; init; }

    public required int Generation { get; init; }

    /// <summary>Exit code; null when it is not known.</summary>
    public required int? ExitCode { get; init; }

    /// <summary>True when it was killed: it was to be, or did not end within its grace.</summary>
    public required bool Killed { get; init; }
}
