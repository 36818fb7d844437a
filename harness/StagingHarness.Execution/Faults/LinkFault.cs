using System.Globalization;
using StagingHarness.Execution.Stages;
using StagingHarness.Protocols.Link;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>A fault of the link between two members: what the link does is changed, and what it counts proves it.</summary>
internal abstract class LinkFault(LinkFaultPlan plan, FaultSurroundings around) : IFault
{
    private readonly StageLink link = around.Links.Between(plan.Between);
    private LinkReading? before;

    private protected StageLink Link => link;

    public async Task BeginAsync(StepScope scope, CancellationToken cancellationToken)
    {
        before = await link.ReadAsync(cancellationToken);
        await link.ChangeAsync(Disturb, cancellationToken);
    }

    public Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken) => new EffectWait(around.Clock).ForAsync(
        $"the effect on what passes from {plan.Between.From} to {plan.Between.To}", within, scope, () => LookAsync(cancellationToken), cancellationToken);

    public async Task<string> HealAsync(StepScope scope, CancellationToken cancellationToken)
    {
        var reading = await link.ChangeAsync(Clear, cancellationToken);
        return $"in all {Count(before!, reading).What}";
    }

    public Task UndoAsync(CancellationToken cancellationToken) => link.ChangeAsync(Clear, cancellationToken);

    /// <summary>The link does this, beside what it does already.</summary>
    private protected abstract LinkDisturbance Disturb(LinkDisturbance disturbance);

    /// <summary>It does it no more.</summary>
    private protected abstract LinkDisturbance Clear(LinkDisturbance disturbance);

    /// <summary>What the link has done since the fault began, and whether that shows an effect.</summary>
    private protected abstract (bool IsSeen, string What) Count(LinkReading before, LinkReading now);

    private protected virtual async Task<(bool IsSeen, string What)> LookAsync(CancellationToken cancellationToken) =>
        Count(before!, await link.ReadAsync(cancellationToken));

    private protected static string Figure(long count, string one) =>
        count.ToString("N0", CultureInfo.InvariantCulture) + " " + one + (count == 1 ? "" : "s");
}
