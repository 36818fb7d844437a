using System.Collections.Immutable;
using System.Net.Http.Json;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Gateway;

namespace StagingHarness.Execution.Gateway;

/// <summary>Controls a running gateway.</summary>
internal sealed class GatewayClient(
    ControlChannel channel, Uri address, ImmutableArray<ClientRoute> routes, Uri control, string token) : IGateway
{
    public Uri Address => address;

    public ImmutableArray<ClientRoute> Routes => routes;

    public async Task RouteAsync(ImmutableArray<GatewayTarget> targets, CancellationToken cancellationToken)
    {
        var order = new RouteOrder { Targets = [.. targets.Select(CreateTarget)] };
        using var request = CreateRequest(HttpMethod.Put, GatewayProgram.TargetsPath);
        request.Content = JsonContent.Create(order, GatewayJson.Default.RouteOrder);
        var status = await channel.AskAsync(request, GatewayJson.Default.GatewayStatus, cancellationToken);

        // The answer is the receipt: what it says that it routes must be what it was told.
        var routed = status.Servers.Where(server => server.Routed).Select(server => server.Address).ToHashSet();
        if (!routed.SetEquals(order.Targets.Select(target => target.Address)))
        {
            throw new ControlException(channel.Member, $"it was told to route to {List(order.Targets.Select(target => target.Address))}, "
                + $"and routes to {List(routed)}. Let nothing but this run control it.");
        }
    }

    public async Task<int> CountInFlightAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(HttpMethod.Get, GatewayProgram.StatusPath);
        var status = await channel.AskAsync(request, GatewayJson.Default.GatewayStatus, cancellationToken);

        // The gateway lists every address that was ever a target; one that never was has nothing in flight.
        return status.Servers.FirstOrDefault(server => server.Address == address)?.InFlight ?? 0;
    }

    private static RouteTarget CreateTarget(GatewayTarget target) => new()
    {
        Instance = target.Stamp.Instance,
        Release = target.Stamp.Release,
        Platform = target.Stamp.Platform,
        Configuration = target.Stamp.Configuration,
        Address = target.Address,
        Weight = target.Weight,
    };

    private static string List(IEnumerable<Uri> addresses) =>
        string.Join(", ", addresses.Select(address => $"'{address}'").DefaultIfEmpty("no address"));

    private HttpRequestMessage CreateRequest(HttpMethod method, string path) =>
        new(method, new Uri(control, path)) { Headers = { { ControlToken.Header, token } } };
}
