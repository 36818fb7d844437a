namespace StagingHarness.Protocols.Supervisor;

/// <summary>What a process is told.</summary>
public enum ProcessSignal
{
    /// <summary>To end (SIGTERM); one that is frozen goes on, so that it can.</summary>
    Terminate,

    /// <summary>That it has ended (SIGKILL), with all that descends from it.</summary>
    Kill,

    /// <summary>To stand still (SIGSTOP), with all that descends from it.</summary>
    Pause,

    /// <summary>To go on (SIGCONT), with all that descends from it.</summary>
    Resume,
}
