namespace StagingHarness.Protocols.Supervisor;

/// <summary>What a process is told: to end (SIGTERM), or that it has ended (SIGKILL).</summary>
public enum ProcessSignal
{
    Terminate,
    Kill,
}
