using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>A container as it is to be made: everything resolved, nothing left to be filled in.</summary>
internal sealed record ContainerSpec
{
    /// <summary>Name of the instance, for people.</summary>
    public required string Instance { get; init; }

    /// <summary>Name of the container.</summary>
    public required string Name { get; init; }

    /// <summary>Id or tag of an image that lies on the engine.</summary>
    public required string Image { get; init; }

    /// <summary>Null: the image's own.</summary>
    public required ImmutableArray<string>? Entrypoint { get; init; }

    /// <summary>Empty: the image's own.</summary>
    public required ImmutableArray<string> Command { get; init; }

    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    /// <summary>Networks that it is put into, with its names there; the first one is the one it starts in.</summary>
    public required ContainerSeats Seats { get; init; }

    /// <summary>Ports that are published on 127.0.0.1, each at a port that the engine chooses.</summary>
    public required ImmutableArray<int> Published { get; init; }

    /// <summary>Put into it before its program starts.</summary>
    public required ImmutableArray<InstanceText> Texts { get; init; }

    public required ContainerPlan Limits { get; init; }
}
