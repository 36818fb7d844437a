using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Upgrades;

/// <summary>Activated: the staged version takes all traffic at once, in one change of the gateway; then the old one is drained and stopped.</summary>
internal sealed class VersionActivator(Stage stage, ServerStarter starter)
{
    /// <returns>The receipt.</returns>
    /// <exception cref="NoEffectException">A server has nothing staged, or does not attest the version afterwards.</exception>
    public async Task<string> ExecuteAsync(ActivateStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var servers = stage.ServersOf(step.Service).ToList();
        if (servers.FirstOrDefault(server => server.Beside?.Version != step.Version) is { } unprepared)
        {
            throw new NoEffectException($"Server '{unprepared.Name}' has not {step.Version} staged, so nothing can be activated.");
        }

        await stage.RouteAsync(servers.Select(server => server.Beside!), scope, cancellationToken);
        await Task.WhenAll(servers.Select(server => TakeOverAsync(server, step.Version, scope, cancellationToken)));
        return $"the gateway leads to {servers.Count} servers that attest {step.Version}; the old instances are stopped";
    }

    private async Task TakeOverAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken)
    {
        var old = server.Active;
        server.Active = server.Beside;
        server.Beside = null;
        if (old is not null)
        {
            await starter.StopAsync(server, old, scope, cancellationToken);
        }

        server.Active = await starter.AttestAsync(server, server.Active!.Instance, version, scope, cancellationToken);
    }
}
