using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Upgrades;

/// <summary>The previous version is placed back on every server; what was staged and not activated is stopped.</summary>
internal sealed class VersionRollBack(Stage stage, ServerStarter starter)
{
    /// <returns>The receipt.</returns>
    public async Task<string> ExecuteAsync(RollBackStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var servers = stage.Named(step.Servers).ToList();
        await Together.WhenAllAsync(servers.Select(server => RollBackAsync(server, step.Version, scope, cancellationToken)));
        return $"{Counted.Servers(servers.Count, "holds", "hold")} {step.Version} again; it serves after the restart";
    }

    private async Task RollBackAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken)
    {
        if (server.Beside is { } notActivated)
        {
            server.Beside = null;
            await starter.StopAsync(server, notActivated, scope, cancellationToken);
        }

        await starter.PlaceAsync(server, version, scope, cancellationToken);
    }
}
