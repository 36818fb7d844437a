using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Upgrades;

/// <summary>
/// Staged: the new version lies on every server and runs beside the old one, ready, without traffic. A service that the gateway does
/// not lead to is reached directly, by its one address: beside the old version the new one would have another, so it only lies there.
/// </summary>
internal sealed class VersionStager(Stage stage, ServerStarter starter)
{
    /// <returns>The receipt.</returns>
    public async Task<string> ExecuteAsync(StageVersionStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var servers = stage.Named(step.Servers).ToList();
        if (!stage.IsRouted(step.Service))
        {
            await Together.WhenAllAsync(servers.Select(server => starter.PlaceAsync(server, step.Version, scope, cancellationToken)));
            return $"{Counted.Servers(servers.Count, "holds", "hold")} {step.Version}; it starts in place of the old one when it is activated";
        }

        await Together.WhenAllAsync(servers.Select(server => StageAsync(server, step.Version, scope, cancellationToken)));
        return $"{Counted.Servers(servers.Count, "holds", "hold")} {step.Version} and {(servers.Count == 1 ? "attests" : "attest")} it; it is ready, and takes no traffic";
    }

    private async Task StageAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken)
    {
        await starter.PlaceAsync(server, version, scope, cancellationToken);
        if (server.Beside is { } abandoned)
        {
            server.Beside = null;
            await starter.StopAsync(server, abandoned, scope, cancellationToken);
        }

        server.Beside = await starter.StartAsync(server, version, scope, cancellationToken);
    }
}
