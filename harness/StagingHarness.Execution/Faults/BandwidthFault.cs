using StagingHarness.Protocols.Link;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>Only so many bytes pass each way in a second.</summary>
internal sealed class BandwidthFault(BandwidthFaultPlan plan, FaultSurroundings around) : LinkFault(plan, around)
{
    private protected override LinkDisturbance Disturb(LinkDisturbance disturbance) => disturbance with { BytesPerSecond = plan.BytesPerSecond };

    private protected override LinkDisturbance Clear(LinkDisturbance disturbance) => disturbance with { BytesPerSecond = null };

    private protected override (bool IsSeen, string What) Count(LinkReading before, LinkReading now)
    {
        var bytes = now.PacedBytes - before.PacedBytes;
        return (bytes > 0, $"the link let {Figure(bytes, "byte")} wait");
    }
}
