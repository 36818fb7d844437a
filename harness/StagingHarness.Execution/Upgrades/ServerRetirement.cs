using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Upgrades;

/// <summary>Servers leave the routes, are drained and stopped, and leave the stage.</summary>
internal sealed class ServerRetirement(Stage stage, ServerStarter starter)
{
    /// <returns>The receipt.</returns>
    public async Task<string> ExecuteAsync(RetireStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var servers = stage.Named(step.Servers);
        if (stage.IsLedToAny(servers))
        {
            await stage.RouteAsync(step.Service, stage.ActiveOf(step.Service, except: servers), scope, cancellationToken);
        }

        await RemoveAsync(servers, scope, cancellationToken);
        return $"{Counted.Servers(servers.Length, "is", "are")} stopped, and off the stage";
    }

    /// <summary>Stops all that runs on servers which take no traffic any more, and takes them off the stage.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<Server> servers, StepScope scope, CancellationToken cancellationToken)
    {
        await Together.WhenAllAsync(servers.Select(server => StopAllAsync(server, scope, cancellationToken)));
        foreach (var server in servers)
        {
            stage.Remove(server);
        }
    }

    private async Task StopAllAsync(Server server, StepScope scope, CancellationToken cancellationToken)
    {
        ServerRun?[] runs = [server.Active, server.Beside];
        server.Active = null;
        server.Beside = null;
        foreach (var run in runs.OfType<ServerRun>())
        {
            await starter.StopAsync(server, run, scope, cancellationToken);
        }
    }
}
