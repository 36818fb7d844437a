using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;

namespace StagingHarness.Execution.Faults;

/// <summary>Servers that a fault holds in some way and that do not end of it: each is held, looked at, and let go.</summary>
internal sealed class HeldServers(FaultSurroundings around)
{
    /// <summary>What was held may have to catch up once it is let go.</summary>
    private static readonly TimeSpan ReactsAgainWithin = TimeSpan.FromSeconds(10);

    private readonly EffectWait wait = new(around.Clock);
    private ImmutableList<(Server Server, IInstance Instance)> all = [];
    private ImmutableList<IInstance> held = [];

    /// <summary>Holds one.</summary>
    public required Func<IInstance, CancellationToken, Task> Hold { get; init; }

    /// <summary>Lets one go.</summary>
    public required Func<IInstance, CancellationToken, Task> LetGo { get; init; }

    /// <summary>Whether one reacts to whatever the fault keeps from it, and what was seen of that.</summary>
    public required Func<Server, IInstance, CancellationToken, Task<(bool Reacts, string What)>> Look { get; init; }

    /// <exception cref="NoEffectException">Nothing runs on one of them.</exception>
    public async Task HoldAsync(IEnumerable<string> instances, CancellationToken cancellationToken)
    {
        foreach (var (server, run) in instances.Select(around.Running).ToList())
        {
            // Noted first: whether a call that was cancelled took effect cannot be told, and letting go harms nobody.
            all = all.Add((server, run.Instance));
            held = held.Add(run.Instance);
            await Hold(run.Instance, cancellationToken);
        }
    }

    /// <returns>What was seen of each.</returns>
    /// <exception cref="NoEffectException">One of them still reacts.</exception>
    public Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken) =>
        LookAsync(reacts: false, within, scope, cancellationToken);

    /// <returns>What was seen of each.</returns>
    /// <exception cref="NoEffectException">One of them does not react.</exception>
    public async Task<string> HealAsync(StepScope scope, CancellationToken cancellationToken)
    {
        await LetAllGoAsync(cancellationToken);
        return await LookAsync(reacts: true, ReactsAgainWithin, scope, cancellationToken);
    }

    /// <summary>The last one first; what has ended meanwhile is held no more.</summary>
    public async Task LetAllGoAsync(CancellationToken cancellationToken)
    {
        foreach (var instance in held.Reverse())
        {
            if (!instance.Exited.IsCompleted)
            {
                await LetGo(instance, cancellationToken);
            }

            held = held.Remove(instance);
        }
    }

    private async Task<string> LookAsync(bool reacts, TimeSpan within, StepScope scope, CancellationToken cancellationToken)
    {
        var seen = await Task.WhenAll(all.Select(each => each.Instance.Exited.IsCompleted
            ? Task.FromResult($"'{each.Server.Name}' has ended meanwhile")
            : wait.ForAsync(
                reacts ? $"'{each.Server.Name}' to react again" : $"the effect on '{each.Server.Name}'",
                within,
                scope,
                async () =>
                {
                    var (isReacting, what) = await Look(each.Server, each.Instance, cancellationToken);
                    return (isReacting == reacts, what);
                },
                cancellationToken)));
        return string.Join("; ", seen);
    }
}
