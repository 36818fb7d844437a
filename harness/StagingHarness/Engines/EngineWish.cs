namespace StagingHarness.Engines;

/// <summary>Which engine a run is to stand on.</summary>
public enum EngineWish
{
    /// <summary>Docker where an endpoint answers and the images can be had, else child processes; which and why is said.</summary>
    Auto,

    /// <summary>Containers, or nothing.</summary>
    Docker,

    /// <summary>Child processes on this machine's loopback.</summary>
    Process,
}
