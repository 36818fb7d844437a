using StagingHarness.Protocols.Link;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>Connections are reset, at once or after so many bytes.</summary>
internal sealed class ResetFault(ResetFaultPlan plan, FaultSurroundings around) : LinkFault(plan, around)
{
    private protected override LinkDisturbance Disturb(LinkDisturbance disturbance) => disturbance with { ResetAfter = plan.AfterBytes };

    private protected override LinkDisturbance Clear(LinkDisturbance disturbance) => disturbance with { ResetAfter = null };

    private protected override (bool IsSeen, string What) Count(LinkReading before, LinkReading now)
    {
        var cut = now.Cut - before.Cut;
        return (cut > 0, $"the link reset {Figure(cut, "connection")}");
    }
}
