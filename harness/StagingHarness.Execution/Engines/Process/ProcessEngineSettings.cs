using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>What a process engine works with.</summary>
public sealed record ProcessEngineSettings
{
    /// <summary>Full path of the run folder; takes <c>servers/</c> and <c>logs/</c>.</summary>
    public required string RunFolder { get; init; }

    /// <summary>Full path of the scenario root, from which files of services are named.</summary>
    public required string ScenarioRoot { get; init; }

    public required RunIdentity Run { get; init; }

    /// <summary>Why this engine serves, for <see cref="EngineIdentity"/>.</summary>
    public required string Reason { get; init; }

    public required IProjectPublisher Publisher { get; init; }

    public required HarnessProgramLocator Programs { get; init; }

    /// <summary>Asks instances whether they are ready.</summary>
    public required IProbe Probe { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    internal IPortSource Ports { get; init; } = new LoopbackPorts();
}
