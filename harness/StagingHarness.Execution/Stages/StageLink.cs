using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Link;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Stages;

/// <summary>A link that stands on the stage, and what it does now. One at a time changes it.</summary>
internal sealed class StageLink(MemberPair between, ILink link, IInstance instance)
{
    public MemberPair Between => between;

    public IInstance Instance => instance;

    /// <summary>Addresses at which callers were led to it, in the order in which that was done.</summary>
    public List<Uri> Ways { get; } = [];

    public LinkDisturbance Disturbance { get; private set; } = LinkDisturbance.None;

    public async Task<Uri> LeadAsync(Uri target, CancellationToken cancellationToken)
    {
        var way = await link.LeadAsync(target, cancellationToken);
        lock (Ways)
        {
            if (!Ways.Contains(way))
            {
                Ways.Add(way);
            }
        }

        return way;
    }

    /// <summary>Does so from now on, beside what other faults have it do.</summary>
    public async Task<LinkReading> ChangeAsync(Func<LinkDisturbance, LinkDisturbance> change, CancellationToken cancellationToken)
    {
        var reading = await link.DisturbAsync(change(Disturbance), cancellationToken);
        Disturbance = reading.Disturbance;
        return reading;
    }

    public Task<LinkReading> ReadAsync(CancellationToken cancellationToken) => link.ReadAsync(cancellationToken);
}
