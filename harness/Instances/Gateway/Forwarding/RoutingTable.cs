using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using StagingHarness.Protocols.Gateway;
using StagingHarness.Protocols.Samples;
using Yarp.ReverseProxy.Forwarder;

namespace StagingHarness.Gateway.Forwarding;

/// <summary>
/// Which servers take requests, in turn, and how many each has. Taking a target and counting the request there is one
/// step under one lock with the change of targets: once a change is through, nothing new goes to an old target, and a
/// count of 0 there is final. (Two steps would let a request be counted after the server was seen empty and stopped.)
/// </summary>
internal sealed class RoutingTable(HttpTransformer transformer)
{
    private readonly Lock gate = new();
    private readonly List<Server> servers = [];
    private ImmutableArray<Target> targets = [];
    private long revision;
    private long withoutTarget;

    public void Replace(ImmutableArray<RouteTarget> order)
    {
        lock (gate)
        {
            targets = [.. order.Select(CreateTarget)];
            revision++;
        }
    }

    /// <summary>The next target in turn, with the request counted there; the caller gives it back.</summary>
    public bool TryTake([NotNullWhen(true)] out Target? target)
    {
        lock (gate)
        {
            if (targets.IsEmpty)
            {
                withoutTarget++;
                target = null;
                return false;
            }

            target = TakeTurn();
            target.Server.InFlight++;
            target.Server.Forwarded++;
            return true;
        }
    }

    public void GiveBack(Target target)
    {
        lock (gate)
        {
            target.Server.InFlight--;
        }
    }

    public GatewayStatus Read(ImmutableSortedDictionary<string, long> failures)
    {
        lock (gate)
        {
            return new GatewayStatus
            {
                Revision = revision,
                Servers = [.. servers.Select(ReadServer)],
                Forwarded = servers.Sum(server => server.Forwarded),
                WithoutTarget = withoutTarget,
                Failures = failures,
            };
        }
    }

    /// <summary>
    /// Smooth weighted round robin, as nginx has it: everybody earns its weight, and whoever is owed most pays the sum. In each stretch of as
    /// many requests as the weights sum up to, everybody gets exactly its weight, spread evenly; equal weights are taken in turn.
    /// </summary>
    private Target TakeTurn()
    {
        var chosen = targets[0];
        long sum = 0;
        foreach (var target in targets)
        {
            target.Credit += target.Weight;
            sum += target.Weight;
            chosen = target.Credit > chosen.Credit ? target : chosen;
        }

        chosen.Credit -= sum;
        return chosen;
    }

    private ServerLoad ReadServer(Server server) => new()
    {
        Address = server.Address,
        Routed = targets.Any(target => target.Server == server),
        InFlight = server.InFlight,
        Forwarded = server.Forwarded,
    };

    private Target CreateTarget(RouteTarget order)
    {
        var server = servers.Find(known => known.Address == order.Address);
        if (server is null)
        {
            server = new Server(order.Address);
            servers.Add(server);
        }

        var stamp = new ServerStamp(order.Instance, order.Release, order.Platform, order.Configuration);
        return new Target(server, new StampingTransformer(transformer, stamp), order.Weight);
    }
}
