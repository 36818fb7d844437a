using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Stages;

/// <summary>The running environment of one rehearsal.</summary>
internal sealed class Stage
{
    private readonly string routedService;

    public Stage(ScenarioPlan plan)
    {
        routedService = plan.Traffic.Service;
        Servers =
        [
            .. plan.Stage.SelectMany(placement => placement.InstanceNames()
                .Select(name => new Server(name, plan.System.Service(placement.Service)))),
        ];
    }

    /// <summary>All servers, in the order of their names.</summary>
    public ImmutableArray<Server> Servers { get; }

    /// <summary>Null until the stage is built.</summary>
    public IGateway? Gateway { get; set; }

    /// <summary>Null until the stage is built, and for a system without a provider.</summary>
    public IProvider? Provider { get; set; }

    /// <summary>Null until the stage is built.</summary>
    public ITraffic? Generator { get; set; }

    /// <summary>The generator's instance: it ends by itself once its traffic has ended. Null until the stage is built.</summary>
    public IInstance? GeneratorInstance { get; set; }

    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public Server Server(string name) => Servers.FirstOrDefault(server => server.Name == name)
        ?? throw new InvalidOperationException($"No server '{name}' stands on the stage.");

    public IEnumerable<Server> ServersOf(string service) => Servers.Where(server => server.Service.Name == service);

    /// <summary>True for the service that the gateway leads to; others, such as databases, are reached by members of the stage directly.</summary>
    public bool IsRouted(string service) => service == routedService;

    /// <summary>Leads all new requests to these servers of the service, in one change, and records it.</summary>
    public async Task RouteAsync(string service, IEnumerable<ServerRun> runs, StepScope scope, CancellationToken cancellationToken)
    {
        if (!IsRouted(service))
        {
            throw new InvalidOperationException($"The gateway leads to service '{routedService}', so it cannot be led to '{service}'.");
        }

        ImmutableArray<GatewayTarget> targets = [.. runs.Select(run => run.Target)];
        var gateway = Gateway ?? throw new InvalidOperationException("No gateway runs yet.");
        await gateway.RouteAsync(targets, cancellationToken);
        scope.Append(new RoutesChanged { Targets = [.. targets.Select(target => target.Stamp)] });
    }
}
