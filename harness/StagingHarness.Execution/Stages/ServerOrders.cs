using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;
using StagingHarness.Scenarios.Plans.Systems.Readiness;

namespace StagingHarness.Execution.Stages;

/// <summary>Makes the order for what lies on a server: the values of its service, with what the run knows filled in.</summary>
internal sealed class ServerOrders(OrderValues values)
{
    /// <exception cref="NoEffectException">A service that it needs has no server that runs.</exception>
    /// <param name="server">Where it starts.</param>
    /// <param name="placed">What lies there.</param>
    /// <param name="needed">Where the services that it needs are reached; one of which no server runs is not in it.</param>
    public InstanceOrder Create(Server server, Placement placed, ImmutableDictionary<string, Uri> needed)
    {
        var launch = server.Service.LaunchOf(placed.Version);
        return new InstanceOrder
        {
            Name = server.Name,
            Generation = server.Generation,
            Program = new ProgramSource.Placed(placed),
            LocalCommand = [.. LocalCommand(server.Service.Releases[placed.Version.Release]).Select(argument => Fill(argument, server, needed))],
            Arguments = [.. launch.Arguments.Select(argument => Fill(argument, server, needed))],
            Environment = launch.Environment.ToImmutableSortedDictionary(
                pair => pair.Key, pair => Fill(pair.Value, server, needed), StringComparer.Ordinal),
            Listeners = [new(ServerRun.Listener, ListenerReach.Stage)],
            Aliases = [server.Service.Name],
            Readiness = ReadinessOf(server.Service.Readiness),
            Files = [.. launch.Files.Select(file => new InstanceFile(file.Name, file.Source, file.At))],
            Texts = values.Texts,
            Port = launch.Port,
            Container = server.Service.Container,
        };
    }

    private static ReadinessCheck ReadinessOf(ReadinessPlan plan) => plan switch
    {
        HttpReadinessPlan http => new ReadinessCheck.HttpOk(ServerRun.Listener, http.Path) { Deadline = plan.Deadline },
        PortReadinessPlan => new ReadinessCheck.TcpAccepts(ServerRun.Listener) { Deadline = plan.Deadline },
        LogReadinessPlan log => new ReadinessCheck.LogMatches(log.Pattern) { Deadline = plan.Deadline },
        _ => throw new InvalidOperationException($"Readiness '{plan.GetType().Name}' is unknown."),
    };

    private static ImmutableArray<string> LocalCommand(ArtifactPlan artifact) => artifact switch
    {
        ImageArtifactPlan image => image.Local?.Command ?? [],
        DockerfileArtifactPlan dockerfile => dockerfile.Local?.Command ?? [],
        _ => [],
    };

    private string Fill(string value, Server server, ImmutableDictionary<string, Uri> addresses) =>
        values.Fill(value, $"Server '{server.Name}'", server.Service.Needs, addresses);
}
