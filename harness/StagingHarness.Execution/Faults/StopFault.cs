using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>
/// Servers are told to end, and may finish what is in flight; the gateway goes on leading to them. A restart is the same, healed at once.
/// </summary>
internal sealed class StopFault(InstanceFaultPlan plan, FaultSurroundings around) : IFault
{
    private readonly DownServers servers = new(around);

    public Task BeginAsync(StepScope scope, CancellationToken cancellationToken) => servers.TakeDownAsync(
        plan.Instances, (run, server) => run.Instance.StopAsync(server.Service.Launch.StopGrace, cancellationToken), scope);

    public Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken) =>
        servers.ProveAsync(within, scope, cancellationToken);

    public Task<string> HealAsync(StepScope scope, CancellationToken cancellationToken) => servers.BringBackAsync(scope, cancellationToken);

    public Task UndoAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
