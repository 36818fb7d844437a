using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Upgrades;

/// <summary>
/// Every server stops, and starts with what lies on it. Those that the gateway leads to leave it first; traffic returns when all are
/// ready and the scripted time is over.
/// </summary>
internal sealed class ServerRestart(Stage stage, ServerStarter starter, RunClock clock)
{
    private readonly ServerReplacement replacement = new(starter);

    /// <returns>The receipt.</returns>
    /// <exception cref="NoEffectException">Another version than the wanted one lies on a server, or is attested by it.</exception>
    public async Task<string> ExecuteAsync(RestartStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var trafficReturns = clock.Elapsed + clock.ToReal(step.Takes);
        var servers = stage.Named(step.Servers).ToList();
        if (!stage.IsRouted(step.Service))
        {
            await ReplaceAllAsync(servers, step, scope, cancellationToken);
            return $"{Counted.Servers(servers.Count, "was restarted, and attests", "were restarted, and attest")} {step.Version}";
        }

        await stage.RouteAsync(step.Service, [], scope, cancellationToken);
        await ReplaceAllAsync(servers, step, scope, cancellationToken);
        scope.Observe($"all servers are ready; traffic returns when the scripted {step.Takes} are over");
        await clock.WaitUntilAsync(trafficReturns, cancellationToken);
        await stage.RouteAsync(step.Service, servers.Select(server => server.Active!), scope, cancellationToken);
        return $"{Counted.Servers(servers.Count, "was restarted, attests", "were restarted, attest")} {step.Version}, and "
            + (servers.Count == 1 ? "takes all traffic" : "take all traffic");
    }

    private Task ReplaceAllAsync(List<Server> servers, RestartStepPlan step, StepScope scope, CancellationToken cancellationToken) =>
        Together.WhenAllAsync(servers.Select(server => replacement.ExecuteAsync(server, step.Version, scope, cancellationToken)));
}
