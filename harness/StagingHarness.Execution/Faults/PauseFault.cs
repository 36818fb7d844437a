using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>Servers stand still: their connections stay open, new ones are still taken by the system, and nothing is answered.</summary>
internal sealed class PauseFault : IFault
{
    private readonly PauseFaultPlan plan;
    private readonly HeldServers servers;
    private readonly ServerQuestion question;

    public PauseFault(PauseFaultPlan plan, FaultSurroundings around)
    {
        this.plan = plan;
        question = new ServerQuestion(around.Probe);
        servers = new HeldServers(around)
        {
            Hold = (instance, cancellationToken) => instance.PauseAsync(cancellationToken),
            LetGo = (instance, cancellationToken) => instance.ResumeAsync(cancellationToken),
            Look = LookAsync,
        };
    }

    public Task BeginAsync(StepScope scope, CancellationToken cancellationToken) => servers.HoldAsync(plan.Instances, cancellationToken);

    public Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken) =>
        servers.ProveAsync(within, scope, cancellationToken);

    public Task<string> HealAsync(StepScope scope, CancellationToken cancellationToken) => servers.HealAsync(scope, cancellationToken);

    public Task UndoAsync(CancellationToken cancellationToken) => servers.LetAllGoAsync(cancellationToken);

    /// <summary>A frozen server that speaks another protocol than HTTP still takes connections; there the engine is asked.</summary>
    private async Task<(bool Reacts, string What)> LookAsync(Server server, IInstance instance, CancellationToken cancellationToken)
    {
        if (HttpPath.Of(server.Service) is { } path)
        {
            return await question.AskAsync(server, instance, path, cancellationToken);
        }

        return await instance.IsPausedAsync(cancellationToken)
            ? (false, $"the engine reads '{server.Name}' as standing still")
            : (true, $"the engine reads '{server.Name}' as running");
    }
}
