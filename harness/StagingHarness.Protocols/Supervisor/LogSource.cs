namespace StagingHarness.Protocols.Supervisor;

/// <summary>Where a process wrote a line to.</summary>
public enum LogSource
{
    Out,
    Err,
}
