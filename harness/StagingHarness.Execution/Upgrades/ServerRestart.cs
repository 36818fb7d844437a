using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Upgrades;

/// <summary>Every server leaves the gateway, stops, and starts with what lies on it; traffic returns when all are ready and the scripted time is over.</summary>
internal sealed class ServerRestart(Stage stage, ServerStarter starter, RunClock clock)
{
    /// <returns>The receipt.</returns>
    /// <exception cref="NoEffectException">Another version than the wanted one lies on a server, or is attested by it.</exception>
    public async Task<string> ExecuteAsync(RestartStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var trafficReturns = clock.Elapsed + clock.ToReal(step.Takes);
        var servers = stage.ServersOf(step.Service).ToList();
        await stage.RouteAsync(step.Service, [], scope, cancellationToken);
        await Together.WhenAllAsync(servers.Select(server => RestartAsync(server, step.Version, scope, cancellationToken)));
        scope.Observe($"all servers are ready; traffic returns when the scripted {step.Takes} are over");
        await clock.WaitUntilAsync(trafficReturns, cancellationToken);
        await stage.RouteAsync(step.Service, servers.Select(server => server.Active!), scope, cancellationToken);
        return $"{servers.Count} servers were restarted, attest {step.Version}, and take all traffic";
    }

    private async Task RestartAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken)
    {
        if (server.Active is { } running)
        {
            server.Active = null;
            await starter.StopAsync(server, running, scope, cancellationToken);
        }

        server.Active = await starter.StartAsync(server, version, scope, cancellationToken);
    }
}
