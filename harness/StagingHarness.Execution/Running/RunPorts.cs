using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Ports.Traffic;

namespace StagingHarness.Execution.Running;

/// <summary>What a run works with; tests hand in fakes.</summary>
public sealed record RunPorts
{
    public required IEngine Engine { get; init; }

    public required IGatewayMember Gateway { get; init; }

    public required IProviderMember Provider { get; init; }

    public required IPagerMember Pager { get; init; }

    public required ITrafficMember Traffic { get; init; }

    public required ILinkMember Link { get; init; }

    public required IProbe Probe { get; init; }

    public required TimeProvider Time { get; init; }
}
