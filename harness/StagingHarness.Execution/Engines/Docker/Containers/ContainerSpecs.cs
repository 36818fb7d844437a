using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Execution.Engines.Docker.Images;
using StagingHarness.Execution.Engines.Docker.Networks;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>Makes the specification of a container out of an order: image, program, networks, ports, limits.</summary>
internal sealed class ContainerSpecs(string runId, DockerSession session, StageNetworks networks, ProgramImages programs, FileLayer files)
{
    /// <summary>What the harness's own programs may do and have.</summary>
    private static readonly ContainerPlan OwnLimits = new()
    {
        User = "1654:1654",
        MemoryBytes = 512L * 1024 * 1024,
        Processes = 512,
        ReadOnly = true,
        Writable = [],
    };

    /// <summary>Has the image of the harness's own programs ready.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => programs.GetAsync(cancellationToken);

    public static InstanceAddresses AddressesOf(InstanceOrder order) => new(order, HostOf(order));

    public async Task<ContainerSpec> CreateAsync(InstanceOrder order, CancellationToken cancellationToken)
    {
        var placeholders = new ContainerPlaceholders(order, HostOf(order), AddressesOf(order));
        var (image, entrypoint) = await ProgramOfAsync(order, placeholders, cancellationToken);
        return new ContainerSpec
        {
            Instance = order.Name,
            Name = NameOf(order),
            Image = await files.AddAsync(image, order.Files, cancellationToken),
            Entrypoint = entrypoint,
            Command = [.. order.Arguments.Select(placeholders.Fill)],
            Environment = order.Environment.ToImmutableSortedDictionary(
                variable => variable.Key, variable => placeholders.Fill(variable.Value), StringComparer.Ordinal),
            Seats = new ContainerSeats(session, networks, SeatsOf(order)),
            Published = PublishedBy(order),
            Texts = order.Texts,
            Limits = order.Container ?? OwnLimits,
        };
    }

    private static bool IsRelay(InstanceOrder order) => order.Program is ProgramSource.Own { Program: HarnessProgram.Relay };

    /// <summary>The harness's own programs run once at a time under their name; of a server, two versions run side by side.</summary>
    private static string HostOf(InstanceOrder order) => order.Program is ProgramSource.Own
        ? order.Name
        : string.Create(CultureInfo.InvariantCulture, $"{order.Name}.{order.Generation}");

    private static ImmutableArray<int> PublishedBy(InstanceOrder order) => IsRelay(order)
        ? [InstanceAddresses.ControlPort]
        : [.. order.Listeners.Where(listener => listener.Reach == ListenerReach.Edge).Select(listener => InstanceAddresses.PortOf(order, listener.Reach))];

    private static ImmutableArray<NetworkSeat> SeatsOf(InstanceOrder order)
    {
        var host = HostOf(order);

        // Its own name without a number leads to whichever runs: that is what services are told that need it.
        var inside = new NetworkSeat(StageNetwork.Internal, [.. new[] { host, order.Name }.Concat(order.Aliases).Distinct(StringComparer.Ordinal)]);
        var control = new NetworkSeat(StageNetwork.Control, [InstanceAddresses.ControlHostOf(host)]);
        var reaches = order.Listeners.Select(listener => listener.Reach).ToHashSet();
        return IsRelay(order) ? [control, inside]
            : [
                .. reaches.Contains(ListenerReach.Edge) ? [new NetworkSeat(StageNetwork.Edge, [])] : ImmutableArray<NetworkSeat>.Empty,
                inside,
                .. reaches.Contains(ListenerReach.Control) ? [control] : ImmutableArray<NetworkSeat>.Empty,
            ];
    }

    private string NameOf(InstanceOrder order) => string.Create(CultureInfo.InvariantCulture, $"{runId}-{order.Name}-{order.Generation}");

    private async Task<(string Image, ImmutableArray<string>? Entrypoint)> ProgramOfAsync(
        InstanceOrder order, ContainerPlaceholders placeholders, CancellationToken cancellationToken) =>
        order.Program switch
        {
            ProgramSource.Own own => (await programs.GetAsync(cancellationToken), ["dotnet", programs.PathOf(own.Program)]),
            ProgramSource.Placed placed => (placed.Placement.Handle, order.Command.IsEmpty ? null : [.. order.Command.Select(placeholders.Fill)]),
            _ => throw new InvalidOperationException($"Program source '{order.Program.GetType().Name}' is unknown."),
        };
}
