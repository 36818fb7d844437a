using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Upgrades;

/// <summary>What was kept running without traffic is stopped.</summary>
internal sealed class OldVersionStop(Stage stage, ServerStarter starter)
{
    /// <returns>The receipt.</returns>
    public async Task<string> ExecuteAsync(StopOldStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var servers = stage.Named(step.Servers).Where(server => server.Beside is not null).ToList();
        await Together.WhenAllAsync(servers.Select(server => StopAsync(server, scope, cancellationToken)));
        return $"{Counted.Servers(servers.Count, "keeps", "keep")} the old version no longer";
    }

    private async Task StopAsync(Server server, StepScope scope, CancellationToken cancellationToken)
    {
        var kept = server.Beside!;
        server.Beside = null;
        await starter.StopAsync(server, kept, scope, cancellationToken);
    }
}
