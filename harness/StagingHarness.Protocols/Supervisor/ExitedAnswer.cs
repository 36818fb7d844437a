namespace StagingHarness.Protocols.Supervisor;

/// <summary>The process has ended, and its log file holds all that it wrote.</summary>
public sealed record ExitedAnswer : SupervisorAnswer
{
    /// <summary>128 and the number of the signal for a process that a signal ended.</summary>
    public required int ExitCode { get; init; }
}
