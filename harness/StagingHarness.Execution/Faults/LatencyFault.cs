using StagingHarness.Protocols.Link;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>What the callee answers arrives later.</summary>
internal sealed class LatencyFault(LatencyFaultPlan plan, FaultSurroundings around) : LinkFault(plan, around)
{
    private protected override LinkDisturbance Disturb(LinkDisturbance disturbance) =>
        disturbance with { Delay = plan.Delay, Jitter = plan.Jitter, Seed = plan.Seed };

    private protected override LinkDisturbance Clear(LinkDisturbance disturbance) =>
        disturbance with { Delay = TimeSpan.Zero, Jitter = TimeSpan.Zero, Seed = 0 };

    private protected override (bool IsSeen, string What) Count(LinkReading before, LinkReading now)
    {
        var pieces = now.DelayedPieces - before.DelayedPieces;
        return (pieces > 0, $"the link held back {Figure(pieces, "piece")} of answers, {Figure(now.DelayedBytes - before.DelayedBytes, "byte")}");
    }
}
