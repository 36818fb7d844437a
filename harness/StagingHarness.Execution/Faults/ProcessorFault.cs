using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>Servers get a part of one processor. It shows once they want more: the system counts how often it holds them back.</summary>
internal sealed class ProcessorFault(ProcessorFaultPlan plan, FaultSurroundings around) : IFault
{
    private ImmutableList<(Server Server, IInstance Instance, long Before)> limited = [];

    public async Task BeginAsync(StepScope scope, CancellationToken cancellationToken)
    {
        foreach (var (server, run) in plan.Instances.Select(around.Running).ToList())
        {
            var before = await run.Instance.ReadUsageAsync(cancellationToken);
            limited = limited.Add((server, run.Instance, before.Throttled ?? 0));
            await run.Instance.LimitAsync(new InstanceLimits { Processors = plan.Limit.Value }, cancellationToken);
        }
    }

    public async Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken)
    {
        var wait = new EffectWait(around.Clock);
        return string.Join("; ", await Task.WhenAll(limited.Select(each => wait.ForAsync(
            $"'{each.Server.Name}' to want more than {plan.Limit} of a processor", within, scope, () => CountAsync(each, cancellationToken), cancellationToken))));
    }

    public async Task<string> HealAsync(StepScope scope, CancellationToken cancellationToken)
    {
        var counts = await Task.WhenAll(limited.Where(each => !each.Instance.Exited.IsCompleted).Select(each => CountAsync(each, cancellationToken)));
        await UndoAsync(cancellationToken);
        return string.Join("; ", counts.Select(count => "in all " + count.What).DefaultIfEmpty("all have ended meanwhile"));
    }

    public async Task UndoAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, instance, _) in limited.Reverse().Where(each => !each.Instance.Exited.IsCompleted))
        {
            await instance.LimitAsync(new InstanceLimits { Processors = double.PositiveInfinity }, cancellationToken);
        }
    }

    private static async Task<(bool IsSeen, string What)> CountAsync((Server Server, IInstance Instance, long Before) each, CancellationToken cancellationToken)
    {
        var throttled = ((await each.Instance.ReadUsageAsync(cancellationToken)).Throttled ?? 0) - each.Before;
        return (throttled > 0, $"the system held '{each.Server.Name}' back {throttled} {(throttled == 1 ? "time" : "times")}");
    }
}
