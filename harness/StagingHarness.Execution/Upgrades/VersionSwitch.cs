using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Upgrades;

/// <summary>
/// Blue to green: the staged version, which attests itself once more, takes all traffic at once, in one change of the gateway. The old one
/// goes on running beside it without traffic, so that the way back is one change of the gateway too.
/// </summary>
internal sealed class VersionSwitch(Stage stage, ServerStarter starter)
{
    /// <returns>The receipt.</returns>
    /// <exception cref="NoEffectException">A server has nothing staged, or what is staged does not attest the version.</exception>
    public async Task<string> ExecuteAsync(SwitchStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var servers = stage.Named(step.Servers);
        if (servers.FirstOrDefault(server => server.Beside?.Version != step.Version) is { } unprepared)
        {
            throw new NoEffectException($"Server '{unprepared.Name}' has not {step.Version} staged, so the traffic cannot be switched.");
        }

        await Together.WhenAllAsync(servers.Select(server => AttestAsync(server, step.Version, scope, cancellationToken)));
        await stage.RouteAsync(step.Service, servers.Select(server => server.Beside!), scope, cancellationToken);
        foreach (var server in servers)
        {
            (server.Active, server.Beside) = (server.Beside, server.Active);
        }

        return $"the gateway leads to {Counted.Servers(servers.Length, "that attests", "that attest")} {step.Version}; the old instances are kept";
    }

    private async Task AttestAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken) =>
        server.Beside = await starter.AttestAsync(server, server.Beside!.Instance, version, scope, cancellationToken);
}
