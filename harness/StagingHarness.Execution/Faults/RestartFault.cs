using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Faults;

/// <summary>Servers are told to end, and start again at once; the gateway leads to them all the time.</summary>
internal sealed class RestartFault(RestartFaultPlan plan, FaultSurroundings around) : IFault
{
    private readonly DownServers servers = new(around);

    public Task BeginAsync(StepScope scope, CancellationToken cancellationToken) => servers.TakeDownAsync(
        plan.Instances, (run, server) => run.Instance.StopAsync(server.Service.Launch.StopGrace, cancellationToken), scope);

    public Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken) =>
        servers.ProveAsync(within, scope, cancellationToken);

    public Task<string> HealAsync(StepScope scope, CancellationToken cancellationToken) => servers.BringBackAsync(scope, cancellationToken);

    public Task UndoAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
