using StagingHarness.Protocols.Link;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>Nobody listens where the caller was led to, and connections that were open are cut. A link does not see who is refused: it is tried.</summary>
internal sealed class RefuseFault(RefuseFaultPlan plan, FaultSurroundings around) : LinkFault(plan, around)
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(1);

    private readonly FaultSurroundings around = around;

    private protected override LinkDisturbance Disturb(LinkDisturbance disturbance) => disturbance with { Refuses = true };

    private protected override LinkDisturbance Clear(LinkDisturbance disturbance) => disturbance with { Refuses = false };

    private protected override (bool IsSeen, string What) Count(LinkReading before, LinkReading now)
    {
        var cut = now.Cut - before.Cut;
        return (now.Disturbance.Refuses, $"the link cut {Figure(cut, "open connection")}");
    }

    private protected override async Task<(bool IsSeen, string What)> LookAsync(CancellationToken cancellationToken)
    {
        if (Link.Ways.Count == 0)
        {
            return (false, "nobody was led to the link");
        }

        var problem = await around.Probe.ConnectAsync(Link.Ways[^1], ConnectWithin, cancellationToken);
        return (problem is not null, $"a connection by the link: {problem ?? "came about"}");
    }
}
