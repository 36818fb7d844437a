namespace StagingHarness.Execution.Engines.Docker.Networks;

/// <summary>The networks of a stage.</summary>
internal enum StageNetwork
{
    /// <summary>App servers, dependencies and what they call. No way out, not even to this machine.</summary>
    Internal,

    /// <summary>Where what clients reach is published from.</summary>
    Edge,

    /// <summary>Control listeners, and the relay through which the harness comes.</summary>
    Control,
}
