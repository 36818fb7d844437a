namespace StagingHarness.Protocols.Supervisor;

/// <summary>Signal a process; not answered, and without effect on one that has ended.</summary>
public sealed record SignalCommand : SupervisorCommand
{
    public required ProcessSignal Signal { get; init; }
}
