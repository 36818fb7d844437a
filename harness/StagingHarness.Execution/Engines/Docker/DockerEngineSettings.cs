using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Docker.Images;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;

namespace StagingHarness.Execution.Engines.Docker;

/// <summary>What a Docker engine works with.</summary>
public sealed record DockerEngineSettings
{
    public required DockerEndpoint Endpoint { get; init; }

    /// <summary>Full path of the run folder; takes <c>logs/</c>.</summary>
    public required string RunFolder { get; init; }

    /// <summary>Full path of the scenario root; Dockerfiles and files of services are relative to it.</summary>
    public required string ScenarioRoot { get; init; }

    public required RunIdentity Run { get; init; }

    /// <summary>Why this engine serves, for <see cref="EngineIdentity"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>What is worth knowing once, for <see cref="EngineIdentity"/>.</summary>
    public required IReadOnlyCollection<string> Notices { get; init; }

    public required ImageSettings Images { get; init; }

    /// <summary>Testcontainers' reaper removes the stage when the harness is killed; its image is on the engine.</summary>
    public required bool ReaperServes { get; init; }

    public required IProjectPublisher Publisher { get; init; }

    public required HarnessProgramLocator Programs { get; init; }

    /// <summary>Asks instances whether they are ready.</summary>
    public required IProbe Probe { get; init; }

    /// <summary>Is told the way to the stage once there is one.</summary>
    public required RelayDialer Dialer { get; init; }

    /// <summary>Starts what runs on this machine beside the stage: the traffic generator. Disposed by the engine.</summary>
    public required IEngine Host { get; init; }

    public required TimeProvider TimeProvider { get; init; }
}
