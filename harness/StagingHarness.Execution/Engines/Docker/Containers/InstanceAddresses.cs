using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Docker.DotNet.Models;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>Where the listeners of a container are: one address for everybody, and the way in for clients outside.</summary>
internal sealed record InstanceAddresses
{
    /// <summary>Where programs listen that are told where to.</summary>
    public const int UsualPort = 8080;

    public const int ControlPort = 8081;

    private readonly string _instance;
    private readonly ImmutableSortedDictionary<string, Uri> _addresses;

    public InstanceAddresses(InstanceOrder order, string host)
    {
        _instance = order.Name;
        _addresses = order.Listeners.ToImmutableSortedDictionary(
            listener => listener.Name,
            listener => new Uri($"{listener.Scheme}://{HostOf(host, listener.Reach)}:{PortOf(order, listener.Reach).ToString(CultureInfo.InvariantCulture)}"),
            StringComparer.Ordinal);
    }

    public ImmutableArray<ClientRoute> ClientRoutes { get; init; } = [];

    /// <exception cref="ArgumentException">It has no such listener.</exception>
    public Uri Of(string listener) => _addresses.TryGetValue(listener, out var address)
        ? address
        : throw new ArgumentException($"Instance '{_instance}' has no listener '{listener}'; it has '{string.Join("', '", _addresses.Keys)}'.");

    public static int PortOf(InstanceOrder order, ListenerReach reach) => reach == ListenerReach.Control ? ControlPort : order.Port ?? UsualPort;

    /// <summary>Name by which the listener's host is found; on the control network every host has a name of its own.</summary>
    public static string HostOf(string host, ListenerReach reach) => reach == ListenerReach.Control ? ControlHostOf(host) : host;

    public static string ControlHostOf(string host) => host + ".control";

    /// <summary>With the ways in that the engine has published.</summary>
    public InstanceAddresses Publish(InstanceOrder order, ContainerInspectResponse started) => this with
    {
        ClientRoutes =
        [
            .. order.Listeners.Where(listener => listener.Reach == ListenerReach.Edge).Select(listener => Of(listener.Name))
                .Select(address => PublishedAt(started, address.Port) is { } at ? new ClientRoute(address.Host, address.Port, at) : null)
                .OfType<ClientRoute>(),
        ],
    };

    /// <summary>Loopback address at which the engine has published the container's port; null when it ended before that.</summary>
    public static IPEndPoint? PublishedAt(ContainerInspectResponse started, int port)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{port}/tcp");
        var binding = started.NetworkSettings?.Ports is { } ports && ports.TryGetValue(key, out var bindings) ? bindings?.FirstOrDefault() : null;
        return binding is not null
            ? new IPEndPoint(IPAddress.Parse(binding.HostIP), int.Parse(binding.HostPort, CultureInfo.InvariantCulture))
            : null;
    }
}
