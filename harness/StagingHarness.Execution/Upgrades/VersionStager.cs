using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Upgrades;

/// <summary>Staged: the new version lies on every server and runs beside the old one, ready, without traffic.</summary>
internal sealed class VersionStager(Stage stage, ServerStarter starter)
{
    /// <returns>The receipt.</returns>
    public async Task<string> ExecuteAsync(StageVersionStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var servers = stage.ServersOf(step.Service).ToList();
        await Together.WhenAllAsync(servers.Select(server => StageAsync(server, step.Version, scope, cancellationToken)));
        return $"{servers.Count} servers hold {step.Version} and attest it; it is ready, and takes no traffic";
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
