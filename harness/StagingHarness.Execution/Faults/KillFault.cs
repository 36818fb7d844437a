using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>Servers are killed at once; nothing that is in flight there ends well.</summary>
internal sealed class KillFault(KillFaultPlan plan, FaultSurroundings around) : IFault
{
    private readonly DownServers servers = new(around);

    public Task BeginAsync(StepScope scope, CancellationToken cancellationToken) =>
        servers.TakeDownAsync(plan.Instances, (run, _) => run.Instance.KillAsync(cancellationToken), scope);

    public Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken) =>
        servers.ProveAsync(within, scope, cancellationToken);

    public Task<string> HealAsync(StepScope scope, CancellationToken cancellationToken) => servers.BringBackAsync(scope, cancellationToken);

    public Task UndoAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
