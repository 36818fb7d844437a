using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>The names of servers lead nowhere; they go on running, and call others as before. Connections that are open to them may break.</summary>
internal sealed class NamelessFault : IFault
{
    private readonly NamelessFaultPlan plan;
    private readonly HeldServers servers;

    public NamelessFault(NamelessFaultPlan plan, FaultSurroundings around)
    {
        this.plan = plan;
        servers = new HeldServers(around)
        {
            Hold = (instance, cancellationToken) => instance.WithdrawNamesAsync(cancellationToken),
            LetGo = (instance, cancellationToken) => instance.RestoreNamesAsync(cancellationToken),
            Look = new ServerQuestion(around.Probe).ConnectAsync,
        };
    }

    public Task BeginAsync(StepScope scope, CancellationToken cancellationToken) => servers.HoldAsync(plan.Instances, cancellationToken);

    public Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken) =>
        servers.ProveAsync(within, scope, cancellationToken);

    public Task<string> HealAsync(StepScope scope, CancellationToken cancellationToken) => servers.HealAsync(scope, cancellationToken);

    public Task UndoAsync(CancellationToken cancellationToken) => servers.LetAllGoAsync(cancellationToken);
}
