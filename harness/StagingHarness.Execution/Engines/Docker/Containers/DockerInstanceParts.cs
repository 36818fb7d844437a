namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>What an instance works with.</summary>
internal sealed record DockerInstanceParts
{
    public required DockerSession Session { get; init; }

    public required ContainerStarter Starter { get; init; }

    public required ContainerSeats Seats { get; init; }

    public required InstanceAddresses Addresses { get; init; }

    public required ContainerLog Log { get; init; }

    /// <summary>Relative to the run folder, with forward slashes.</summary>
    public required string LogPath { get; init; }
}
