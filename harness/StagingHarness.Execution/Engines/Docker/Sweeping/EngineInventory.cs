using System.Collections.Immutable;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace StagingHarness.Execution.Engines.Docker.Sweeping;

/// <summary>Lists what harnesses of one machine have made on an engine.</summary>
internal sealed class EngineInventory(IDockerClient client, string host)
{
    /// <summary>Objects of all runs, of living ones too, in the order in which they can be removed.</summary>
    public async Task<ImmutableArray<LabelledObject>> ListAsync(CancellationToken cancellationToken)
    {
        var containers = await client.Containers.ListContainersAsync(
            new ContainersListParameters { All = true, Filters = Filters() }, cancellationToken);
        var networks = await client.Networks.ListNetworksAsync(new NetworksListParameters { Filters = Filters() }, cancellationToken);
        var volumes = await client.Volumes.ListAsync(new VolumesListParameters { Filters = Filters() }, cancellationToken);
        return
        [
            .. containers.Select(one => LabelledObject.From(ObjectKind.Container, one.ID, NameOf(one), one.Labels)).OfType<LabelledObject>(),
            .. networks.Select(one => LabelledObject.From(ObjectKind.Network, one.ID, one.Name, one.Labels)).OfType<LabelledObject>(),
            .. (volumes.Volumes ?? []).Select(one => LabelledObject.From(ObjectKind.Volume, one.Name, one.Name, one.Labels)).OfType<LabelledObject>(),
        ];
    }

    /// <summary>Objects of runs whose harness is gone.</summary>
    public async Task<ImmutableArray<LabelledObject>> ListStaleAsync(CancellationToken cancellationToken) =>
        [.. (await ListAsync(cancellationToken)).Where(one => one.Owner.IsGone())];

    private static string NameOf(ContainerListResponse container) => container.Names is [var name, ..] ? name.TrimStart('/') : container.ID;

    private Dictionary<string, IDictionary<string, bool>> Filters() => new()
    {
        ["label"] = new Dictionary<string, bool> { [$"{DockerLabels.Host}={host}"] = true },
    };
}
