using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>Servers are off the network and go on running.</summary>
internal sealed class DisconnectFault : IFault
{
    private readonly DisconnectFaultPlan plan;
    private readonly HeldServers servers;

    public DisconnectFault(DisconnectFaultPlan plan, FaultSurroundings around)
    {
        this.plan = plan;
        servers = new HeldServers(around)
        {
            Hold = (instance, cancellationToken) => instance.DisconnectAsync(cancellationToken),
            LetGo = (instance, cancellationToken) => instance.ReconnectAsync(cancellationToken),
            Look = new ServerQuestion(around.Probe).ConnectAsync,
        };
    }

    public Task BeginAsync(StepScope scope, CancellationToken cancellationToken) => servers.HoldAsync(plan.Instances, cancellationToken);

    public Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken) =>
        servers.ProveAsync(within, scope, cancellationToken);

    public Task<string> HealAsync(StepScope scope, CancellationToken cancellationToken) => servers.HealAsync(scope, cancellationToken);

    public Task UndoAsync(CancellationToken cancellationToken) => servers.LetAllGoAsync(cancellationToken);
}
