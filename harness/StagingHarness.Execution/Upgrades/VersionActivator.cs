using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Upgrades;

/// <summary>
/// Activated: the staged version, which attests itself once more, takes all traffic at once, in one change of the gateway; then the
/// old one is drained and stopped. How the new one bears the traffic is measured, and is no matter of this step. Where the gateway does
/// not lead, the new version takes the old one's place: that stops, then this starts.
/// </summary>
internal sealed class VersionActivator(Stage stage, ServerStarter starter)
{
    private readonly ServerReplacement replacement = new(starter);

    /// <returns>The receipt.</returns>
    /// <exception cref="NoEffectException">A server has nothing staged, or what is staged does not attest the version.</exception>
    public async Task<string> ExecuteAsync(ActivateStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var servers = stage.Named(step.Servers).ToList();
        var isRouted = stage.IsRouted(step.Service);
        if (servers.FirstOrDefault(server => StagedOn(server, isRouted) != step.Version) is { } unprepared)
        {
            throw new NoEffectException($"Server '{unprepared.Name}' has not {step.Version} staged, so nothing can be activated.");
        }

        if (!isRouted)
        {
            await Together.WhenAllAsync(servers.Select(server => replacement.ExecuteAsync(server, step.Version, scope, cancellationToken)));
            return $"{Counted.Servers(servers.Count, "runs", "run")} {step.Version} in place of the old one, as attested";
        }

        await Together.WhenAllAsync(servers.Select(server => AttestAsync(server, step.Version, scope, cancellationToken)));
        await stage.RouteAsync(step.Service, servers.Select(server => server.Beside!), scope, cancellationToken);
        var old = servers.Select(server => (Server: server, Run: TakeOver(server))).ToList();
        await Together.WhenAllAsync(old.Select(each => StopAsync(each.Server, each.Run, scope, cancellationToken)));
        return $"the gateway leads to {Counted.Servers(servers.Count, "that attests", "that attest")} {step.Version}; the old instances are stopped";
    }

    private static ServerVersion? StagedOn(Server server, bool isRouted) => isRouted ? server.Beside?.Version : server.Placed?.Version;

    private async Task AttestAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken) =>
        server.Beside = await starter.AttestAsync(server, server.Beside!.Instance, version, scope, cancellationToken);

    /// <returns>What served until now; null when nothing did.</returns>
    private static ServerRun? TakeOver(Server server)
    {
        var old = server.Active;
        server.Active = server.Beside;
        server.Beside = null;
        return old;
    }

    private async Task StopAsync(Server server, ServerRun? old, StepScope scope, CancellationToken cancellationToken)
    {
        if (old is not null)
        {
            await starter.StopAsync(server, old, scope, cancellationToken);
        }
    }
}
