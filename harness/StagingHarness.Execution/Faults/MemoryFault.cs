using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>Servers may hold less memory. What they do about it is theirs: one that the system kills for it has died by itself.</summary>
internal sealed class MemoryFault : IFault
{
    private readonly MemoryFaultPlan plan;
    private readonly ImmutableDictionary<string, long> granted;
    private readonly HeldServers servers;

    public MemoryFault(MemoryFaultPlan plan, FaultSurroundings around)
    {
        this.plan = plan;
        granted = plan.Instances.Select(around.Stage.Server).ToImmutableDictionary(
            server => server.Name, server => server.Service.Container.MemoryBytes, StringComparer.Ordinal);
        servers = new HeldServers(around)
        {
            Hold = (instance, cancellationToken) => instance.LimitAsync(new InstanceLimits { MemoryBytes = plan.LimitBytes }, cancellationToken),
            LetGo = (instance, cancellationToken) => instance.LimitAsync(new InstanceLimits { MemoryBytes = granted[instance.Name] }, cancellationToken),
            Look = LookAsync,
        };
    }

    public Task BeginAsync(StepScope scope, CancellationToken cancellationToken) => granted.Values.Min() > plan.LimitBytes
        ? servers.HoldAsync(plan.Instances, cancellationToken)
        : throw new NoEffectException(
            $"Fault '{plan.Name}' limits servers to {Mebibytes(plan.LimitBytes)} of memory, and they have no more than that. Write a smaller 'limit'.");

    public Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken) =>
        servers.ProveAsync(within, scope, cancellationToken);

    public Task<string> HealAsync(StepScope scope, CancellationToken cancellationToken) => servers.HealAsync(scope, cancellationToken);

    public Task UndoAsync(CancellationToken cancellationToken) => servers.LetAllGoAsync(cancellationToken);

    private async Task<(bool Reacts, string What)> LookAsync(Server server, IInstance instance, CancellationToken cancellationToken)
    {
        var usage = await instance.ReadUsageAsync(cancellationToken);
        return (usage.MemoryLimitBytes != plan.LimitBytes,
            $"the system lets '{server.Name}' hold {Mebibytes(usage.MemoryLimitBytes)} of memory, of which it holds {Mebibytes(usage.MemoryBytes)}");
    }

    private static string Mebibytes(long? bytes) => bytes is null
        ? "any amount"
        : string.Create(CultureInfo.InvariantCulture, $"{bytes.Value / 1024.0 / 1024:0.#} MiB");
}
