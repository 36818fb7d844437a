using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Running;

/// <summary>
/// Builds the stage: gateway, provider, generator and all servers, in parallel; a server starts once the provider is ready and
/// all servers of the services that its own needs.
/// </summary>
internal sealed class StageBuilder(
    ScenarioPlan plan,
    RunPorts ports,
    RunIdentity run,
    RunSecrets secrets,
    Stage stage,
    ServerStarter starter,
    LifeWatch lives,
    StageLinks links)
{
    private const string MemberListener = "control";

    /// <returns>The receipt.</returns>
    public async Task<string> ExecuteAsync(StepScope scope, CancellationToken cancellationToken)
    {
        var provider = Together.WhenAllAsync([StartProviderAsync(scope, cancellationToken), links.StartAsync(scope, cancellationToken)]);
        var services = new Dictionary<string, Task>(StringComparer.Ordinal);
        await Together.WhenAllAsync(
        [
            provider,
            StartGatewayAsync(scope, cancellationToken),
            StartGeneratorsAsync(scope, cancellationToken),
            StartPagerAsync(scope, cancellationToken),
            .. plan.Stage.Select(placement => StartServiceAsync(placement.Service, services, provider, scope, cancellationToken)),
        ]);
        await stage.RouteAsync(
            plan.Traffic.Service, stage.ServersOf(plan.Traffic.Service).Select(server => server.Active!), scope, cancellationToken);
        return $"{stage.Servers.Length} servers, the gateway{(plan.System.Provider is null ? "" : ", the provider")} and the {(plan.Traffic.Generators is null ? "generator" : "generators")} are ready; every server attests its version";
    }

    /// <summary>Completes when all its servers are ready; begun once, whoever asks first. The planner lets no needs go in a circle.</summary>
    private Task StartServiceAsync(
        string service, Dictionary<string, Task> services, Task provider, StepScope scope, CancellationToken cancellationToken)
    {
        if (services.TryGetValue(service, out var begun))
        {
            return begun;
        }

        var needed = plan.System.Service(service).Needs
            .Select(need => StartServiceAsync(need, services, provider, scope, cancellationToken))
            .Prepend(provider)
            .ToList();
        return services[service] = Together.WhenAllAsync(
            stage.ServersOf(service).Select(server => StartServerAsync(server, needed, scope, cancellationToken)));
    }

    private async Task StartServerAsync(Server server, IEnumerable<Task> needed, StepScope scope, CancellationToken cancellationToken)
    {
        var version = plan.Stage.Single(placement => placement.Service == server.Service.Name).Version;
        await starter.PlaceAsync(server, version, scope, cancellationToken);
        await Together.WhenAllAsync(needed);
        server.Active = await starter.StartAsync(server, version, scope, cancellationToken);
    }

    private async Task StartProviderAsync(StepScope scope, CancellationToken cancellationToken)
    {
        if (plan.System.Provider is not { } provider)
        {
            return;
        }

        var order = new ProviderOrder
        {
            Audience = provider.Audience,
            TokenLifetime = provider.TokenLifetime,
            Clients = secrets.Clients,
            Tls = secrets.Certificates?.Provider,
            SignIn = SignInOrder.Of(provider.SignIn, secrets),
            Mappings = provider.Mappings,
        };
        var instance = await StartMemberAsync(ports.Provider.CreateOrder(order, run), scope, cancellationToken);
        stage.Provider = ports.Provider.Attach(instance, order, run);
        await stage.Provider.PrepareAsync(cancellationToken);
    }

    private async Task StartPagerAsync(StepScope scope, CancellationToken cancellationToken)
    {
        if (plan.Alerting.Calls.IsEmpty)
        {
            return;
        }

        var order = new PagerOrder(secrets.RoutingKey);
        stage.Pager = ports.Pager.Attach(await StartMemberAsync(ports.Pager.CreateOrder(order, run), scope, cancellationToken), order, run);
    }

    private async Task StartGatewayAsync(StepScope scope, CancellationToken cancellationToken) =>
        stage.Gateway = ports.Gateway.Attach(await StartMemberAsync(ports.Gateway.CreateOrder(new GatewayOrder(plan.Traffic.Http, secrets.Certificates?.Gateway), run), scope, cancellationToken), run);

    private async Task StartGeneratorsAsync(StepScope scope, CancellationToken cancellationToken)
    {
        var orders = ports.Traffic.CreateOrders(run, plan.Traffic.Generators ?? 1);
        var starting = orders.Select(order => StartMemberAsync(order, scope, cancellationToken)).ToList();
        await Together.WhenAllAsync(starting);
        stage.GeneratorInstances = [.. starting.Select(started => started.Result)];
        stage.Generator = ports.Traffic.Attach(stage.GeneratorInstances, run);
    }

    private async Task<IInstance> StartMemberAsync(InstanceOrder order, StepScope scope, CancellationToken cancellationToken)
    {
        var instance = await ports.Engine.StartAsync(order, cancellationToken);
        scope.Append(new InstanceStarted
        {
            Instance = order.Name,
            Service = null,
            Version = null,
            Generation = order.Generation,
            Identity = instance.Identity,
            Address = instance.AddressOf(MemberListener).ToString(),
            ReadyAfter = instance.ReadyAfter,
            Log = instance.Log,
            Digest = instance.Digest,
        });
        lives.WatchMember(instance);
        return instance;
    }
}
