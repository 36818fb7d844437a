using System.Collections.Immutable;
using Docker.DotNet.Models;
using StagingHarness.Execution.Engines.Docker.Networks;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>A container's places in the networks of its stage: takes them, leaves them, and takes them again under the same names.</summary>
internal sealed class ContainerSeats(DockerSession session, StageNetworks networks, ImmutableArray<NetworkSeat> seats)
{
    public ImmutableArray<NetworkSeat> All => seats;

    /// <summary>Takes all places but the one in which it was started.</summary>
    public Task TakeOthersAsync(string container, CancellationToken cancellationToken) =>
        Task.WhenAll(seats.Skip(1).Select(seat => TakeAsync(container, seat, cancellationToken)));

    /// <summary>Off all networks at once; connections hang, as when a cable is pulled.</summary>
    public Task LeaveAsync(string container, CancellationToken cancellationToken) =>
        Task.WhenAll(seats.Select(seat => session.Client.Networks.DisconnectNetworkAsync(
            networks.NameOf(seat.Network),
            new NetworkDisconnectParameters { Container = container, Force = true },
            cancellationToken)));

    /// <summary>Back in all of them.</summary>
    public Task ReturnAsync(string container, CancellationToken cancellationToken) =>
        Task.WhenAll(seats.Select(seat => TakeAsync(container, seat, cancellationToken)));

    /// <summary>Back in all of them, and nobody finds it there by name.</summary>
    public Task ReturnNamelessAsync(string container, CancellationToken cancellationToken) =>
        Task.WhenAll(seats.Select(seat => TakeAsync(container, seat with { Aliases = [] }, cancellationToken)));

    private Task TakeAsync(string container, NetworkSeat seat, CancellationToken cancellationToken) =>
        session.Client.Networks.ConnectNetworkAsync(
            networks.NameOf(seat.Network),
            new NetworkConnectParameters
            {
                Container = container,
                EndpointConfig = new EndpointSettings { Aliases = [.. seat.Aliases] },
            },
            cancellationToken);
}
