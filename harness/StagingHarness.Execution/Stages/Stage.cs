using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Stages;

/// <summary>The running environment of one rehearsal.</summary>
internal sealed class Stage
{
    private readonly ScenarioPlan plan;
    private readonly string routedService;
    private readonly Dictionary<string, Server> left = new(StringComparer.Ordinal);
    private ImmutableArray<Server> servers;
    private Task lastChange = Task.CompletedTask;
    private ImmutableArray<GatewayTarget> targets = [];

    public Stage(ScenarioPlan plan)
    {
        this.plan = plan;
        routedService = plan.Traffic.Service;
        servers =
        [
            .. plan.Stage.SelectMany(placement => placement.InstanceNames()
                .Select(name => new Server(name, plan.System.Service(placement.Service)))),
        ];
    }

    /// <summary>Hears of every server that is added, at once.</summary>
    public event Action<Server>? Added;

    /// <summary>All servers, in the order in which they came.</summary>
    public ImmutableArray<Server> Servers => servers;

    /// <summary>Null until the stage is built.</summary>
    public IGateway? Gateway { get; set; }

    /// <summary>Null until the stage is built, and for a system without a provider.</summary>
    public IProvider? Provider { get; set; }

    /// <summary>Null until the stage is built, and where nobody is called.</summary>
    public IPager? Pager { get; set; }

    /// <summary>Null until the stage is built.</summary>
    public ITraffic? Generator { get; set; }

    /// <summary>The generators' instances: they end by themselves once their traffic has ended. None until the stage is built.</summary>
    public ImmutableArray<IInstance> GeneratorInstances { get; set; } = [];

    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public Server Server(string name) => Servers.FirstOrDefault(server => server.Name == name)
        ?? throw new InvalidOperationException($"No server '{name}' stands on the stage.");

    public IEnumerable<Server> ServersOf(string service) => Servers.Where(server => server.Service.Name == service);

    /// <summary>The servers of these names, in their order.</summary>
    /// <exception cref="NoEffectException">One of them does not stand on the stage.</exception>
    public ImmutableArray<Server> Named(IEnumerable<string> names) =>
    [
        .. names.Select(name => servers.FirstOrDefault(server => server.Name == name)
            ?? throw new NoEffectException($"Server '{name}' does not stand on the stage.")),
    ];

    /// <summary>Adds a server on which nothing lies yet.</summary>
    /// <exception cref="NoEffectException">One of that name stands there already.</exception>
    public Server Add(string name, string service)
    {
        if (servers.Any(server => server.Name == name))
        {
            throw new NoEffectException($"Server '{name}' stands on the stage already, so it cannot be added.");
        }

        var server = new Server(name, plan.System.Service(service)) { Generation = left.GetValueOrDefault(name)?.Generation ?? 0 };
        servers = servers.Add(server);
        Added?.Invoke(server);
        return server;
    }

    /// <summary>Takes a server away on which nothing runs any more.</summary>
    public void Remove(Server server)
    {
        server.HasLeft = true;
        left[server.Name] = server;
        servers = servers.Remove(server);
    }

    /// <summary>What takes traffic on the servers of the service, or would if it were led to, without some of them.</summary>
    public IReadOnlyList<ServerRun> ActiveOf(string service, IReadOnlyCollection<Server> except) =>
        [.. ServersOf(service).Except(except).Select(server => server.Active).OfType<ServerRun>()];

    /// <summary>The gateway leads to what runs on one of these.</summary>
    public bool IsLedToAny(IEnumerable<Server> candidates) =>
        candidates.Any(server => server.Active is { } run && targets.Any(target => target.Address == run.Target.Address));

    /// <summary>True for the service that the gateway leads to; others, such as databases, are reached by members of the stage directly.</summary>
    public bool IsRouted(string service) => service == routedService;

    /// <summary>Leads all new requests to these servers of the service, in turn, in one change, and records it.</summary>
    public Task RouteAsync(string service, IEnumerable<ServerRun> runs, StepScope scope, CancellationToken cancellationToken) =>
        ShareOutAsync(service, runs.Select(run => new WeightedRun(run, 1)), scope, cancellationToken);

    /// <summary>The same, where the gateway does not lead to just these already.</summary>
    public Task RouteIfOthersAsync(string service, IReadOnlyCollection<ServerRun> runs, StepScope scope, CancellationToken cancellationToken) =>
        targets.ToHashSet().SetEquals(runs.Select(run => run.Target)) ? Task.CompletedTask : RouteAsync(service, runs, scope, cancellationToken);

    /// <summary>Leads all new requests to these servers of the service, each with its part, in one change, and records it.</summary>
    public async Task ShareOutAsync(string service, IEnumerable<WeightedRun> runs, StepScope scope, CancellationToken cancellationToken)
    {
        if (!IsRouted(service))
        {
            throw new InvalidOperationException($"The gateway leads to service '{routedService}', so it cannot be led to '{service}'.");
        }

        await InTurnAsync(() => LeadAsync([.. runs.Select(run => run.Run.Target with { Weight = run.Weight })], scope, cancellationToken));
    }

    /// <summary>Where the gateway leads to what is gone, it leads to what came in its place, with the same part of the traffic.</summary>
    public async Task SucceedAsync(IReadOnlyDictionary<ServerRun, ServerRun> successors, StepScope scope, CancellationToken cancellationToken)
    {
        var byAddress = successors.ToDictionary(pair => pair.Key.Target.Address, pair => pair.Value);
        await InTurnAsync(() => targets.Any(target => byAddress.ContainsKey(target.Address))
            ? LeadAsync(
                [.. targets.Select(target => byAddress.TryGetValue(target.Address, out var successor) ? successor.Target with { Weight = target.Weight } : target)],
                scope,
                cancellationToken)
            : Task.CompletedTask);
    }

    /// <summary>Steps that run at the same time change the routes one after the other: each begins from what the one before it left.</summary>
    private Task InTurnAsync(Func<Task> change)
    {
        return lastChange = RunAsync(lastChange);

        async Task RunAsync(Task before)
        {
            await Task.WhenAny(before);
            await change();
        }
    }

    private async Task LeadAsync(ImmutableArray<GatewayTarget> order, StepScope scope, CancellationToken cancellationToken)
    {
        var gateway = Gateway ?? throw new InvalidOperationException("No gateway runs yet.");
        await gateway.RouteAsync(order, cancellationToken);
        targets = order;
        var isEven = order.All(target => target.Weight == 1);
        scope.Append(new RoutesChanged
        {
            Targets = [.. order.Select(target => target.Stamp)],
            Weights = isEven ? [] : [.. order.Select(target => target.Weight)],
        });
    }
}
