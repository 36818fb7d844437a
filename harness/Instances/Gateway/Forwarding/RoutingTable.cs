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
    private int next;
    private long revision;
    private long withoutTarget;

    public void Replace(ImmutableArray<RouteTarget> order)
    {
        lock (gate)
        {
            targets = [.. order.Select(CreateTarget)];
            next = 0;
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

            target = targets[next];
            next = (next + 1) % targets.Length;
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

        var stamp = new ServerStamp(order.Instance, order.Release, order.Platform);
        return new Target(server, new StampingTransformer(transformer, stamp));
    }
}
