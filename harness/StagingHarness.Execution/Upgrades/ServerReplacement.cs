using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Upgrades;

/// <summary>What runs on a server stops, and what lies on it starts in its place.</summary>
internal sealed class ServerReplacement(ServerStarter starter)
{
    /// <exception cref="NoEffectException">Another version than the wanted one lies on the server, or is attested by it.</exception>
    public async Task ExecuteAsync(Server server, ServerVersion wanted, StepScope scope, CancellationToken cancellationToken)
    {
        if (server.Active is { } running)
        {
            server.Active = null;
            await starter.StopAsync(server, running, scope, cancellationToken);
        }

        server.Active = await starter.StartAsync(server, wanted, scope, cancellationToken);
    }
}
