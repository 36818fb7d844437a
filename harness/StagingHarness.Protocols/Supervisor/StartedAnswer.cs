namespace StagingHarness.Protocols.Supervisor;

/// <summary>The process runs.</summary>
public sealed record StartedAnswer : SupervisorAnswer
{
    public required int ProcessId { get; init; }
}
