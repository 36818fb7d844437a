namespace StagingHarness.Execution.Ports.Instances;

/// <summary>Who reaches a listener.</summary>
public enum ListenerReach
{
    /// <summary>Members of the stage, and the harness.</summary>
    Stage,

    /// <summary>Members of the stage, and clients outside of it: the traffic generator, a browser.</summary>
    Edge,

    /// <summary>The harness alone.</summary>
    Control,
}
